import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { lookAt } from "./look-at.ts";
import { openBrowser } from "./open-browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

it("sees a picture without words, text too faint to read and a page wider than its window", async () => {
  const page = await browser.newPage();
  await page.setContent(
    '<html lang="en"><title>Planted</title><main><h1>Planted</h1><img src="data:,"><p style="color:#ccc;background:#fff">Faint</p><div style="width:500px;height:1px"></div></main></html>',
  );
  const wrong = await lookAt(page, "planted");
  expect(wrong).toContain("planted-1440-light: image-alt at img");
  expect(wrong).toContain("planted-390-dark: color-contrast at p");
  expect(wrong).toContainEqual(expect.stringMatching(/^planted-390-light: wider than the window by \d+ px$/));
  expect(wrong).not.toContainEqual(expect.stringMatching(/^planted-1440-light: wider/));
});
