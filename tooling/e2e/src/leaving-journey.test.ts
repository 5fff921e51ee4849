import { readFile } from "node:fs/promises";
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
  [studio, browser] = await Promise.all([openStudio(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await studio[Symbol.asyncDispose]();
});

it("lets somebody take everything along, see what would be deleted, leave, and keep the receipt", async () => {
  await using opened = await openPage(browser, studio.url);
  const { page, watch } = opened;
  await page.getByRole("link", { name: "Try with a drawn face" }).click();
  await knock(page, "Make the account", { email: "ada@example.org", password: "a sentence to remember" });
  await page.getByRole("button", { name: "I agree, load the drawn selfies" }).waitFor();
  await consent(page, "I agree, load the drawn selfies");
  await page.getByRole("list", { name: "Your selfies" }).waitFor();

  await page.goto(`${studio.url}/you`);
  await page.getByRole("heading", { name: "Notices and keeping" }).waitFor();
  const archive = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download everything" }).click();
  expect((await archive).suggestedFilename()).toMatch(/^selfsame-.+\.zip$/);

  await page.getByRole("button", { name: "Withdraw and delete" }).click();
  await page.getByRole("button", { name: /^Show all/ }).click();
  await page.getByText("selfies: 12 rows").waitFor();
  await page.getByRole("textbox", { name: /Type/ }).fill("delete everything");
  await page.getByRole("button", { name: "Delete everything for good" }).click();
  await page.getByText(/^Deleted on/).waitFor();
  expect(await lookAt(page, "deleted")).toEqual([]);

  await page.reload();
  const receipt = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the receipt" }).click();
  const kept = await readFile(await (await receipt).path(), "utf8");
  expect(kept).toContain('"outcome": "deleted"');
  expect(kept).not.toContain('"outcome": "not-yet"');
  expect(watch.problems).toEqual([]);
});
