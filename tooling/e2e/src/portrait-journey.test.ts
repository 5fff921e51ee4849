import { stat } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { consent, knock } from "./enter-studio.ts";
import { lookAt } from "./look-at.ts";
import { openBrowser } from "./open-browser.ts";
import { openPage } from "./open-page.ts";
import { openStudio, type TestStudio } from "./open-studio.ts";

const brief = "In the garden after the rain, olive coat, looking past the camera";

let studio: TestStudio;
let browser: Browser;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openStudio(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await studio[Symbol.asyncDispose]();
});

it("leads from the first visit to a kept portrait with the drawn set, and finds it again after a restart", async () => {
  await using opened = await openPage(browser, studio.url);
  const { page, watch } = opened;
  const wrong: string[] = [];
  const look = async (name: string) => wrong.push(...(await lookAt(page, name)));
  const heading = (name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();

  await heading("Portraits that still look like you.");
  await look("welcome");

  await page.getByRole("link", { name: "Try with a drawn face" }).click();
  await heading("Make an account");
  await look("sign-up");
  await knock(page, "Make the account", { email: "ada@example.org", password: "a sentence to remember" });

  await page.getByRole("button", { name: "I agree, load the drawn selfies" }).waitFor();
  await look("consent");
  await consent(page, "I agree, load the drawn selfies");

  await heading("Your face");
  const selfies = page.getByRole("list", { name: "Your selfies" });
  await selfies.getByRole("img", { name: "Drawn selfie 12" }).waitFor();
  await look("face");

  await page.getByRole("button", { name: "Train on 12 photos" }).click();
  await page.getByRole("region", { name: "Learning your face" }).waitFor();
  await page.getByRole("link", { name: "Make the first portrait" }).waitFor();
  await look("face-ready");
  await page.getByRole("link", { name: "Make the first portrait" }).click();

  await heading("What should it show?");
  await look("studio-empty");
  await page.getByLabel("The brief").fill(brief);
  await page.getByRole("radio", { name: "Calm" }).click();
  await page.getByRole("radio", { name: "2 portraits" }).click();
  await page.getByRole("button", { name: "The prompt, clause by clause" }).click();
  await page.getByRole("button", { name: "Copy the prompt" }).waitFor();
  await look("studio-brief");

  await page.getByRole("button", { name: "Make 2 portraits" }).click();
  const generation = page.getByRole("article", { name: brief });
  await generation.waitFor();
  await generation.getByText("2 portraits ready").waitFor();
  expect(await generation.getByText("Simulated").count()).toBeGreaterThan(0);
  expect(await generation.getByRole("img", { name: /^Portrait \d: / }).count()).toBe(2);
  await look("studio-made");

  await page.getByRole("link", { name: "Gallery", exact: true }).click();
  await heading("Gallery");
  await page
    .getByRole("button", { name: `Keep ${brief}` })
    .first()
    .click();
  await page.getByRole("button", { name: `Kept ${brief}` }).waitFor();
  await look("gallery");

  await page.getByRole("link", { name: brief }).first().click();
  await page.getByRole("heading", { name: "How it was made" }).waitFor();
  await look("portrait");
  const portraitAddress = page.url();

  await page.reload();
  await page.getByRole("heading", { name: "How it was made" }).waitFor();
  await page.getByText("Preset natural-expression").waitFor();

  expect(watch.problems).toEqual([]);
  await studio.restart();
  await page.goto("/gallery");
  await page.getByRole("button", { name: `Kept ${brief}` }).waitFor();
  await page.goto(portraitAddress);
  await page.getByRole("heading", { name: "How it was made" }).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download", exact: true }).click();
  expect((await download).suggestedFilename()).toMatch(/\.png$/);

  await page.getByRole("link", { name: "You", exact: true }).click();
  await page.getByRole("heading", { name: "Your account" }).waitFor();
  const archive = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download everything" }).click();
  expect((await archive).suggestedFilename()).toMatch(/^selfsame-.+\.zip$/);
  expect((await stat(await (await archive).path())).size).toBeGreaterThan(100_000);
  await look("you");
  await page.getByRole("link", { name: "Only yours" }).click();
  await page.getByText("2 portraits, checked just now").waitFor();
  expect(await page.getByRole("heading", { name: "Yours, every link holds" }).count()).toBe(2);
  await look("proof");

  expect(wrong).toEqual([]);
  // While the studio was away the page kept asking for it; nothing else may have gone wrong.
  expect(watch.problems.filter((problem) => !problem.includes("net::ERR_"))).toEqual([]);

  await using stranger = await openPage(browser, studio.url);
  await stranger.page.getByRole("link", { name: "Bring your selfies" }).click();
  await knock(stranger.page, "Make the account", {
    email: "eve@example.org",
    password: "another sentence here",
  });
  await stranger.page.getByRole("button", { name: "I agree" }).waitFor();
  await stranger.page.goto(portraitAddress);
  await stranger.page.getByRole("heading", { name: "There is no such portrait" }).waitFor();
  const picture = `${portraitAddress.replace("/gallery/", "/images/portraits/")}/original`;
  expect((await stranger.page.request.get(picture)).status()).toBe(404);
});
