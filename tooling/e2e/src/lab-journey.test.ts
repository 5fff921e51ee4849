import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { consent, knock } from "./enter-studio.ts";
import { lookAt } from "./look-at.ts";
import { openBrowser } from "./open-browser.ts";
import { openPage } from "./open-page.ts";
import { openStudio, type TestStudio } from "./open-studio.ts";

let studio: TestStudio;
let browser: Browser;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openStudio({ faceThreads: 1 }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await studio[Symbol.asyncDispose]();
});

it("leads from a design to a blind vote, a verdict, a report, and a default of one's own", async () => {
  await using opened = await openPage(browser, studio.url);
  const { page, watch } = opened;
  const wrong: string[] = [];
  const look = async (name: string) => wrong.push(...(await lookAt(page, name)));

  await page.getByRole("link", { name: "Try with a drawn face" }).click();
  await knock(page, "Make the account", { email: "ada@example.org", password: "a sentence to remember" });
  await page.getByRole("button", { name: "I agree, load the drawn selfies" }).waitFor();
  await consent(page, "I agree, load the drawn selfies");
  await page.getByRole("button", { name: "Train on 12 photos" }).click();
  await page.getByRole("link", { name: "Make the first portrait" }).waitFor();

  await page.getByRole("link", { name: "Lab", exact: true }).click();
  await page.getByText("There are no experiments yet").waitFor();
  await look("lab-empty");
  await page.getByRole("link", { name: "Look at it" }).click();
  await page.getByText("96 credits").first().waitFor();
  await look("lab-design");

  await page.getByLabel("Title").fill("Two presets, one brief");
  await page.getByLabel("Briefs, one a line").fill("By a window, linen shirt, warm smile");
  await page.getByLabel("Seeds, whole numbers").fill("4021, 7310");
  await page.getByRole("button", { name: "Remove natural, named once" }).click();
  await page.getByRole("button", { name: "Remove natural expression" }).click();
  await page.getByText("2 pairs can show figures, but name no arm: that takes at least 12.").waitFor();
  await page.getByRole("button", { name: "Start the experiment · 4 credits" }).click();

  const sheet = page.getByRole("table").filter({ has: page.getByRole("columnheader", { name: "Brief" }) });
  await expect
    .poll(() => sheet.getByRole("img", { name: /^By a window/ }).count(), { timeout: 60_000 })
    .toBe(4);
  // The networks look at the selfies first.
  await page
    .getByText("Measured on 2 pairs with the same brief and seed; nobody has voted.")
    .waitFor({ timeout: 240_000 });
  await look("lab-experiment");
  const address = page.url();

  await page.getByRole("link", { name: "Vote", exact: true }).click();
  await page.getByText("Vote 1 of 2").waitFor();
  await look("lab-vote");
  expect(await page.content()).not.toMatch(/strong|previous/i);
  await page.keyboard.press("f");
  await page.getByText("Vote 2 of 2").waitFor();
  await page.keyboard.press("u");
  await page.getByText("Vote 1 of 2").waitFor();
  await page.keyboard.press("j");
  await page.getByText("Vote 2 of 2").waitFor();
  await page.keyboard.press("Space");
  await page.getByRole("heading", { name: "Every pair that is there has your vote." }).waitFor();

  await page.getByRole("link", { name: "See what the experiment says" }).click();
  await page.getByText("2 blind votes, 1 of them undecided").waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Report (HTML)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^experiment-.*\.html$/);

  await page.getByRole("radio", { name: "strong likeness" }).click();
  await page.getByRole("button", { name: "Make strong likeness my default" }).click();
  await page.getByText("It is your default now").waitFor();
  await page.getByRole("link", { name: "Studio", exact: true }).click();
  await page.getByText("Made with your own default, strong likeness").waitFor();
  await page.getByRole("link", { name: "You", exact: true }).click();
  await page.getByText("your own holds: strong likeness, version 1").waitFor();
  await page.getByRole("link", { name: "Two presets, one brief" }).click();
  await page.waitForURL(address);
  await page.goBack();
  await page.getByRole("button", { name: "Go back to the studio's default" }).click();
  await page.getByText("the studio's default holds: natural-expression").waitFor();

  expect(wrong).toEqual([]);
  expect(watch.problems).toEqual([]);
}, 600_000);
