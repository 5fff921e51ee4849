import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { consent, knock } from "./enter-studio.ts";
import { lookAt } from "./look-at.ts";
import { openBrowser } from "./open-browser.ts";
import { openPage } from "./open-page.ts";
import { openStudio, type TestStudio } from "./open-studio.ts";

const brief = "By a window, late afternoon, linen shirt";

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

  await page.getByRole("link", { name: "You", exact: true }).click();
  await page.getByRole("link", { name: "Figures" }).click();
  await page.getByRole("img", { name: /^Looks like you\. natural expression 1: \d+/ }).waitFor();
  await look("figures");
  await page.getByRole("radio", { name: "Version" }).click();
  await page.getByRole("rowheader", { name: "Version 1" }).waitFor();

  expect(wrong).toEqual([]);
  expect(watch.problems).toEqual([]);
});
