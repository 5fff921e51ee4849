import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { knock } from "./enter-studio.ts";
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

it("lets one give an app a token by keyboard, shows it once, and takes it back at once", async () => {
  await using opened = await openPage(browser, studio.url);
  const { page, watch } = opened;
  const wrong: string[] = [];
  await page.getByRole("link", { name: "Bring your selfies" }).click();
  await knock(page, "Make the account", { email: "grace@example.org", password: "a sentence to remember" });
  await page.getByRole("checkbox").first().waitFor();
  await page.goto("/you");

  await page.getByRole("button", { name: "Make a token" }).press("Enter");
  await page.getByLabel("What it is for").fill("my website");
  await page.getByRole("checkbox", { name: "Make portraits" }).press("Space");
  wrong.push(...(await lookAt(page, "you-token-form")));
  await page.getByLabel("What it is for").press("Enter");
  await page.getByRole("heading", { name: "Copy it now" }).waitFor();
  const token = await page.getByText(/^selfsame_[\w-]{43}$/u).textContent();
  const ask = () =>
    fetch(`${studio.url}/trpc/account.get`, { headers: { authorization: `Bearer ${token ?? ""}` } });
  expect((await ask()).status).toBe(200);
  wrong.push(...(await lookAt(page, "you-token-made")));

  await page.getByRole("button", { name: "I have it" }).press("Enter");
  await page.getByText("May read and make portraits").waitFor();
  expect(await page.getByText(token ?? "").count()).toBe(0);
  await page.getByRole("button", { name: "Revoke my website" }).press("Enter");
  await page.getByText("There are none.").waitFor();
  expect((await ask()).status).toBe(401);
  expect(wrong).toEqual([]);
  expect(watch.problems).toEqual([]);
});
