import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { consent, knock } from "./enter-studio.ts";
import { lookAt } from "./look-at.ts";
import { openBrowser } from "./open-browser.ts";
import { openPage } from "./open-page.ts";
import { openStudio, type TestStudio } from "./open-studio.ts";

let studio: TestStudio;
let browser: Browser;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openStudio(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await studio[Symbol.asyncDispose]();
});

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();

it("leads a newcomer through a photoshoot, a collection of their own and an enhanced pair", async () => {
  await using opened = await openPage(browser, studio.url);
  const { page, watch } = opened;
  const wrong: string[] = [];
  const look = async (name: string) => wrong.push(...(await lookAt(page, name)));

  await page.getByRole("link", { name: "Try with a drawn face" }).click();
  await knock(page, "Make the account", { email: "ada@example.org", password: "a sentence to remember" });
  await page.getByRole("button", { name: "I agree, load the drawn selfies" }).waitFor();
  await consent(page, "I agree, load the drawn selfies");
  await heading(page, "Your face");

  // Before there is a model the sheet can be looked at, and says what comes first.
  await page.getByRole("link", { name: "Photoshoot", exact: true }).click();
  await heading(page, "Lookbook");
  await page.getByRole("link", { name: "The coast in winter" }).waitFor();
  await look("lookbook");
  await page.getByRole("link", { name: "The coast in winter" }).click();
  await heading(page, "The coast in winter");
  await page.getByText("A shoot needs a model of your own face first.").waitFor();
  await page.getByRole("link", { name: "Go to your face" }).click();
  await page.getByRole("button", { name: /^Train on 12 photos/ }).click();
  await page.getByRole("link", { name: "Make the first portrait" }).waitFor();

  await page.getByRole("link", { name: "Photoshoot", exact: true }).click();
  await page.getByRole("link", { name: "The coast in winter" }).click();
  await page.getByRole("button", { name: "Shoot 10 portraits · 10 credits" }).waitFor();
  await look("collection");
  await page.getByRole("button", { name: "Choose none" }).click();
  await page.getByRole("button", { name: "Shoot 0 portraits" }).waitFor();
  const shots = page.getByRole("checkbox");
  for (const at of [0, 1, 2, 3]) await shots.nth(at).click();
  await shots.nth(3).press("Space");
  await page.getByText("3 shots chosen.").waitFor();
  await page.getByText("How long it takes is not known yet.").waitFor();
  await page.getByRole("button", { name: "Shoot 3 portraits · 3 credits" }).click();

  await page.waitForURL(/\/photoshoot\/shoots\//);
  await page.getByText("3 shots are under way.").waitFor();
  await look("shoot-filling");
  const shootAddress = page.url();
  await page.getByText("3 of 3 portraits here. The shoot has ended.").waitFor();
  const sheet = page.getByRole("img", { name: "All portraits of The coast in winter on one sheet" });
  await sheet.scrollIntoViewIfNeeded();
  await expect
    .poll(() => sheet.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 60_000 })
    .toBeGreaterThan(500);
  await look("shoot-ended");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all as one file" }).click();
  expect((await download).suggestedFilename()).toMatch(/^the-coast-in-winter-.*\.zip$/);

  await page
    .getByRole("button", { name: /^Take it again · 1 credit/ })
    .first()
    .click();
  await page.getByText("Take 2").waitFor();
  await page.getByText("3 of 3 portraits here. The shoot has ended.").waitFor();

  // A shoot that is cancelled gives back what did not come.
  await page.getByRole("link", { name: "Photoshoot", exact: true }).click();
  await page.getByRole("link", { name: "Plain walls" }).click();
  await page.getByRole("button", { name: "Shoot 10 portraits · 10 credits" }).click();
  await page.waitForURL(/\/photoshoot\/shoots\//);
  await page.getByRole("button", { name: "Cancel what is left" }).click();
  await page.getByRole("button", { name: "Cancel them" }).click();
  await page.getByText("The shoot has ended.").waitFor();
  await page.getByText(/did not come; (its credit was|their credits were) given back/).waitFor();

  // One's own, from the shots of a shoot; shared, and brought back by its file.
  await page.goto(shootAddress);
  await page.getByRole("link", { name: "Make a collection of these shots" }).click();
  await heading(page, "A new collection");
  await page.getByRole("textbox", { name: "Title", exact: true }).first().fill("My coast");
  await page.getByLabel("One sentence for whoever chooses").fill("Three mornings by the water.");
  await page.getByRole("textbox", { name: "Clothes" }).first().fill("my old green jumper");
  await look("editor");
  await page.getByRole("button", { name: "Keep the collection" }).click();
  await heading(page, "My coast");
  await page.getByRole("button", { name: "Shoot 3 portraits · 3 credits" }).waitFor();
  const shared = page.waitForEvent("download");
  await page.getByRole("button", { name: "Share it as a file" }).click();
  const file = await (await shared).path();
  const words = await readFile(file, "utf8");
  expect(words).toContain("my old green jumper");
  expect(words).not.toMatch(/user\d{8}/);
  await page.getByRole("button", { name: "Delete it" }).click();
  await page.getByRole("button", { name: "Delete the collection" }).click();
  await heading(page, "Lookbook");
  await page.locator("input[type=file]").setInputFiles(file);
  await heading(page, "My coast");
  await page.getByRole("link", { name: "Lookbook" }).first().click();
  await page.getByRole("link", { name: "My coast" }).waitFor();
  await look("lookbook-filled");

  // From a portrait, one click to its enhancement.
  await page.goto(shootAddress);
  await page.getByRole("list").getByRole("link").getByRole("img").first().click();
  await page.getByRole("link", { name: "Enhance", exact: true }).click();
  await heading(page, "With a realism layer");
  await page.getByRole("button", { name: "Enhance · 1 credit" }).waitFor();
  await page.getByRole("radio", { name: "Dramatic" }).click();
  await page.getByText("the weakest likeness").waitFor();
  await look("enhance-portrait");
  await page.getByRole("button", { name: "Enhance · 1 credit" }).click();
  await heading(page, "Dramatic, beside plain");
  const line = page.getByRole("slider", { name: "Where plain ends and enhanced begins" });
  await line.waitFor();
  await line.press("ArrowRight");
  expect(await line.getAttribute("aria-valuetext")).toBe("51 percent plain");
  await look("pair");
  await page.getByRole("radio", { name: "Side by side" }).click();
  await page.getByRole("img", { name: /^Dramatic: / }).waitFor();

  await page.goto("/enhanced");
  await page.getByRole("link", { name: /Dramatic, beside plain$/ }).waitFor();
  await page.getByLabel("The brief").fill("On the pier, grey coat, low sun");
  await look("enhanced");
  await page.getByRole("button", { name: "Make both · 2 credits" }).click();
  await heading(page, "Subtle, beside plain");
  await page.getByRole("slider").waitFor();

  expect(wrong).toEqual([]);
  expect(watch.problems).toEqual([]);

  await using stranger = await openPage(browser, studio.url);
  await stranger.page.getByRole("link", { name: "Bring your selfies" }).click();
  await knock(stranger.page, "Make the account", {
    email: "eve@example.org",
    password: "another sentence here",
  });
  await stranger.page.getByRole("button", { name: "I agree" }).waitFor();
  await stranger.page.goto(shootAddress);
  await heading(stranger.page, "There is no such shoot");
  await stranger.page.goto(page.url());
  await heading(stranger.page, "There is no such pair");
});
