import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { askStudio } from "./ask-studio.ts";
import { consent, knock } from "./enter-studio.ts";
import { make } from "./fill-gallery.ts";
import { lookAt } from "./look-at.ts";
import { openBrowser } from "./open-browser.ts";
import { openPage } from "./open-page.ts";
import { openStudio, type TestStudio } from "./open-studio.ts";

const brief = "By a window, late afternoon, linen shirt";
const otherBrief = "On the quay in a navy coat, laughing";

let studio: TestStudio;
let browser: Browser;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openStudio({ faceThreads: 1 }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await studio[Symbol.asyncDispose]();
});

it("judges the drawn set before training, and measures the portrait while it is looked at", async () => {
  await using opened = await openPage(browser, studio.url);
  const { page, watch } = opened;
  const wrong: string[] = [];
  const look = async (name: string) => wrong.push(...(await lookAt(page, name)));

  await page.getByRole("link", { name: "Try with a drawn face" }).click();
  await knock(page, "Make the account", { email: "ada@example.org", password: "a sentence to remember" });
  await page.getByRole("button", { name: "I agree, load the drawn selfies" }).waitFor();
  await consent(page, "I agree, load the drawn selfies");

  const sheet = page.getByRole("list", { name: "Your selfies" });
  await sheet.getByRole("img", { name: "Drawn selfie 12" }).waitFor();
  // The verdicts come by themselves, one by one.
  await expect
    .poll(() => sheet.getByRole("button", { name: "Being looked at" }).count(), { timeout: 120_000 })
    .toBe(0);
  // Whose face is drawn differs from account to account, so a verdict can be any; each photo has one.
  const verdicts = sheet.locator(".verdict-corner");
  expect(await verdicts.count()).toBe(12);
  await page.getByRole("img", { name: /^12 photos: turned by up to \d+ degrees to the left/ }).waitFor();
  await page.getByText("Views from the side are missing: about one in five.").waitFor();
  await page.getByText(/^The set could be better: /).waitFor();
  await verdicts.first().focus();
  await page.getByRole("tooltip").first().waitFor({ state: "visible" });
  await look("face-judged");

  await page.getByRole("button", { name: "Train on 12 photos" }).click();
  await page.getByRole("link", { name: "Make the first portrait" }).click();
  await page.getByLabel("The brief").fill(brief);
  await page.getByRole("button", { name: "Make 1 portrait" }).click();
  const generation = page.getByRole("article", { name: brief });
  await generation.getByRole("img", { name: /^Portrait 1: / }).click();
  await page.getByRole("heading", { name: "How it was made" }).waitFor();

  await page.getByRole("heading", { name: "Looks like you" }).waitFor();
  await page.getByText(/^(Within your range|Like you|Weakly like you)$/).waitFor();
  await page.getByText(/of your 12 photos|None of your photos/).waitFor();
  await page.getByText(/of the texture in your photos|Not told/).waitFor();
  await look("portrait-measured");
  await page.getByText("How is this measured?").click();
  await page.getByText("Measured on the studio's own machine against 12 photos of yours.").waitFor();
  await look("portrait-how");

  await make(page, { brief: otherBrief, outputs: 3 });
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("link", { name: "Gallery" }).click();
  await page.locator(".tile").nth(3).waitFor();
  await page.getByRole("combobox", { name: "Order" }).selectOption("Most like you");
  // Each takes its place by itself as soon as it is measured.
  await expect.poll(() => page.locator(".tile").count(), { timeout: 60_000 }).toBe(4);
  const byLikeness = await scoresOnTheWall(page);
  expect(byLikeness).toEqual(byLikeness.toSorted((one, other) => other.likeness - one.likeness));
  const called = page.getByRole("img", { name: /\. (Like you|Weakly like you|Looks like somebody else)$/ });
  expect(await called.count()).toBe(4);
  await look("gallery-by-likeness");

  const [band = ""] = byLikeness.map((score) => score.band);
  const ofBand = byLikeness.filter((score) => score.band === band).length;
  await page.getByRole("combobox", { name: "Likeness" }).selectOption(band);
  await expect.poll(() => page.locator(".tile").count()).toBe(ofBand);
  await page.reload();
  await page
    .locator(".tile")
    .nth(ofBand - 1)
    .waitFor();
  expect(await page.getByRole("combobox", { name: "Order" }).inputValue()).toBe("likeness");
  expect(await page.getByRole("combobox", { name: "Likeness" }).inputValue()).toBe(band);
  expect((await scoresOnTheWall(page)).map((score) => score.band)).toEqual(Array(ofBand).fill(band));

  await page.getByRole("link", { name: "Show everything" }).click();
  await page.getByRole("combobox", { name: "Order" }).selectOption("Most natural");
  await page
    .getByRole("img", { name: /\. (Natural|Doubtful): \d+ of 100$/ })
    .first()
    .waitFor();
  const byNaturalness = await scoresOnTheWall(page);
  expect(byNaturalness).toEqual(byNaturalness.toSorted((one, other) => other.naturalness - one.naturalness));
  await look("gallery-by-naturalness");
  const atStart = await page.locator(".tile > a").first().getAttribute("id");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("f");
  await page.getByRole("button", { name: /^Kept / }).waitFor();
  await page.keyboard.press("Delete");
  await expect.poll(() => page.locator(".tile").count()).toBe(3);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => page.locator(".tile").count()).toBe(4);
  // It hangs where it hung, and the focus is on it.
  expect(await page.locator(".tile > a").first().getAttribute("id")).toBe(atStart);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(atStart);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Next", exact: true }).waitFor();
  await page.goBack();

  await page.getByRole("link", { name: "You", exact: true }).click();
  await page.getByRole("link", { name: "Figures" }).click();
  await page.getByRole("img", { name: /^Looks like you\. natural expression 1: \d+/ }).waitFor();
  await look("figures");
  await page.getByRole("radio", { name: "Version" }).click();
  await page.getByRole("rowheader", { name: "Version 1" }).waitFor();

  expect(wrong).toEqual([]);
  expect(watch.problems).toEqual([]);
});

/** What the studio measured of the portraits on the wall, in the order they hang. */
async function scoresOnTheWall(page: Page) {
  const links = page.locator(".tile > a");
  const ids = await links.evaluateAll((all) => all.map(({ id }) => id.replace("portrait-", "")));
  const scores = await askStudio<readonly { portraitId: string; score: Scored }[]>(page, "gallery.scores", {
    portraitIds: ids,
  });
  const byId = new Map(scores.map(({ portraitId, score }) => [portraitId, score]));
  return ids.map((id) => {
    const score = byId.get(id);
    if (score === undefined) throw new Error(`Nothing is known of portrait ${id}`);
    return { likeness: score.likeness.score, band: score.likeness.band, naturalness: score.naturalness };
  });
}

interface Scored {
  readonly likeness: { readonly score: number; readonly band: string };
  readonly naturalness: number;
}
