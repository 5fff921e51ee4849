import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { fillGallery, make } from "./fill-gallery.ts";
import { lookAt } from "./look-at.ts";
import { hangManyPortraits } from "./many-portraits.ts";
import { openBrowser } from "./open-browser.ts";
import { openPage, type TestPage } from "./open-page.ts";
import { openStudio, type TestStudio } from "./open-studio.ts";

const garden = "In the garden after the rain, olive coat";
const window_ = "By a window in the evening";

let studio: TestStudio;
let browser: Browser;
let opened: TestPage;
let page: Page;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openStudio(), openBrowser()]);
  opened = await openPage(browser, studio.url);
  ({ page } = opened);
  await fillGallery(page, "ada@example.org", [
    { brief: garden, outputs: 4 },
    { brief: window_, outputs: 2 },
  ]);
});

afterAll(async () => {
  await opened[Symbol.asyncDispose]();
  await browser.close();
  await studio[Symbol.asyncDispose]();
});

let problemsBefore = 0;
beforeEach(() => {
  problemsBefore = opened.watch.problems.length;
});
/** What the page did in this test that it should not do. */
const problems = () => opened.watch.problems.slice(problemsBefore);

/** The names of the portraits on the wall, in the order they are gone through, without what is marked on them. */
const onTheWall = () =>
  page.locator(".tile img").evaluateAll((images) => images.map((image) => image.getAttribute("alt")));
const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe("the gallery", () => {
  it("is gone through, kept, selected, put away, restored and opened by keyboard alone, and the focus is never lost", async () => {
    await page.goto("/gallery");
    const wall = page.locator(".tile");
    await wall.nth(5).waitFor();
    const wrong = await lookAt(page, "gallery-six");
    const ids = await page.locator(".tile > a").evaluateAll((links) => links.map(({ id }) => id));

    await press("ArrowRight");
    expect(await focused()).toBe(ids[0]);
    await press("ArrowRight", "ArrowDown");
    expect(await focused()).toBe(ids[5]);
    await press("ArrowUp");
    expect(await focused()).toBe(ids[1]);
    await press("Home", "f");
    await page.getByRole("button", { name: `Kept ${window_}` }).waitFor();
    await press("f");
    await page
      .getByRole("button", { name: `Keep ${window_}` })
      .first()
      .waitFor();

    await press("Shift+ArrowRight", "Shift+ArrowRight");
    await page.getByText("3 selected", { exact: true }).last().waitFor();
    wrong.push(...(await lookAt(page, "gallery-selected")));
    await press("Delete");
    await expect.poll(() => wall.count()).toBe(3);
    expect(await focused()).toBe(ids[3]);
    wrong.push(...(await lookAt(page, "gallery-undo")));
    await page.getByRole("button", { name: "Undo" }).focus();
    await press("Enter");
    await expect.poll(() => wall.count()).toBe(6);
    await expect.poll(focused).toBe(ids[0]);

    await press("i");
    await page.getByRole("dialog", { name: "By a window in the evening" }).waitFor();
    wrong.push(...(await lookAt(page, "gallery-details")));
    await press("Escape");
    await expect.poll(focused).toBe(ids[0]);
    await press("?");
    await page.getByRole("dialog", { name: "Keys of the gallery" }).waitFor();
    wrong.push(...(await lookAt(page, "gallery-keys")));
    await press("Escape");
    await expect.poll(focused).toBe(ids[0]);

    await press("ArrowRight", "Enter");
    await page.getByRole("heading", { name: "How it was made" }).waitFor();
    await press("ArrowRight");
    await expect.poll(() => page.url()).toContain((ids[2] ?? "").replace("portrait-", ""));
    await press("Escape");
    await page.getByRole("heading", { name: "Gallery", level: 1 }).waitFor();
    await expect.poll(focused).toBe(ids[1]);
    expect(wrong).toEqual([]);
    expect(problems()).toEqual([]);
  });

  it("selects by mouse: one, another with Ctrl, and everything between with Shift", async () => {
    await page.goto("/gallery");
    const tiles = page.locator(".tile > a");
    await tiles.nth(5).waitFor();
    await tiles.nth(0).hover();
    await page
      .getByRole("button", { name: `Select ${window_}` })
      .first()
      .click();
    await tiles.nth(2).click({ modifiers: ["Control"] });
    await page.getByText("2 selected", { exact: true }).last().waitFor();
    await tiles.nth(4).click({ modifiers: ["Shift"] });
    await page.getByText("4 selected", { exact: true }).last().waitFor();
    await tiles.nth(0).click();
    await page.getByText("3 selected", { exact: true }).last().waitFor();
    await press("Escape");
    expect(await page.getByRole("group", { name: "What is selected" }).count()).toBe(0);
    expect(problems()).toEqual([]);
  });

  it("is narrowed by what stands in the address, which can be kept and opened again", async () => {
    await page.goto("/gallery");
    await page.getByLabel("Made in").selectOption("With Maya");
    await page.getByRole("heading", { name: "Nothing was made like that" }).waitFor();
    expect(new URL(page.url()).searchParams.get("service")).toBe("maya");
    const wrong = await lookAt(page, "gallery-nothing-like-that");
    await page.getByLabel("Made in").selectOption("The studio");
    await page.getByLabel("From").fill("2020-01-01");
    await expect.poll(() => page.locator(".tile").count()).toBe(6);
    await page.reload();
    await expect.poll(() => page.locator(".tile").count()).toBe(6);
    await page.getByLabel("to", { exact: true }).fill("2020-01-02");
    await page.getByRole("heading", { name: "Nothing was made like that" }).waitFor();
    await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "Kept" }).click();
    await page.getByRole("link", { name: "Show everything" }).first().click();
    await page.getByRole("heading", { name: "Nothing is kept yet" }).waitFor();

    // This studio measures nothing: no order by a score is offered, and one that is asked for is not pretended.
    await page.goto("/gallery?order=likeness&likeness=good");
    await page.getByText("Not measured here: measuring is turned off in this studio.").waitFor();
    await expect.poll(() => page.locator(".tile").count()).toBe(6);
    expect(await page.getByRole("combobox", { name: "Made in" }).count()).toBe(1);
    expect(await page.getByRole("combobox", { name: "Order" }).count()).toBe(0);
    expect(wrong).toEqual([]);
    expect(problems()).toEqual([]);
  });

  it("shows what was put away until it is restored or removed for good", async () => {
    await page.goto("/gallery");
    await page.locator(".tile").nth(5).waitFor();
    await press("ArrowRight", "Delete");
    await page.getByRole("link", { name: "See the trash" }).click();
    await page.getByRole("heading", { name: "Trash", level: 1 }).waitFor();
    await page.getByRole("button", { name: `Restore ${window_}` }).waitFor();
    const wrong = await lookAt(page, "trash");
    await page.getByRole("button", { name: `Restore ${window_}` }).click();
    await page.getByRole("heading", { name: "The trash is empty" }).waitFor();
    wrong.push(...(await lookAt(page, "trash-empty")));
    await page.getByRole("link", { name: "Go to the gallery" }).click();
    await expect.poll(() => page.locator(".tile").count()).toBe(6);

    await make(page, { brief: "To be removed", outputs: 1 });
    await page.getByRole("button", { name: "Keep To be removed" }).waitFor();
    await page.locator(".tile > a").first().focus();
    await press("Home", "Delete");
    await expect.poll(() => page.locator(".tile").count()).toBe(6);
    await page.goto("/gallery/trash");
    await page.getByRole("button", { name: "Remove 1 portrait for good" }).click();
    await page.getByRole("alertdialog").getByText("This cannot be taken back.").waitFor();
    wrong.push(...(await lookAt(page, "trash-asking")));
    await page.getByRole("button", { name: "Remove 1 portrait", exact: true }).click();
    await page.getByRole("heading", { name: "The trash is empty" }).waitFor();
    await page.goto("/studio");
    await page.getByText("1 of them is in the trash or was removed.").waitFor();
    expect(wrong).toEqual([]);
    expect(problems()).toEqual([]);
  });

  it("takes two portraits home in one archive, holds them against each other, and says what was done differently", async () => {
    await page.goto("/gallery");
    const tiles = page.locator(".tile > a");
    await tiles.nth(5).waitFor();
    const names = await onTheWall();
    const other = names.indexOf(garden);
    await tiles.nth(0).click({ modifiers: ["Control"] });
    await tiles.nth(other).click({ modifiers: ["Control"] });
    const saved = page.waitForEvent("download");
    await page
      .getByRole("group", { name: "What is selected" })
      .getByRole("button", { name: "Download" })
      .click();
    const archive = await saved;
    expect(archive.suggestedFilename()).toMatch(/^selfsame-portraits-.*\.zip$/);
    const packed = await readFile(await archive.path());
    expect(packed.subarray(0, 2).toString()).toBe("PK");
    // Named before its content and in the directory at the end.
    expect(packed.toString("latin1").match(/\.recipe\.json/g)?.length).toBe(4);
    await tiles.nth(0).focus();
    await press("c");
    await page.getByRole("heading", { name: "What was done differently" }).waitFor();
    await page.getByText("Seed", { exact: true }).waitFor();
    const wrong = await lookAt(page, "compare-sides");
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.getByText("150 %").waitFor();
    const shown = await page
      .locator(".zoom-picture")
      .evaluateAll((pictures) => pictures.map((picture) => getComputedStyle(picture).transform));
    expect(new Set(shown).size).toBe(1);
    expect(shown[0]).toContain("1.5");
    await page.getByRole("radio", { name: "One over the other" }).click();
    await page.getByLabel("Where the one ends and the other begins").focus();
    await press("Home");
    wrong.push(...(await lookAt(page, "compare-slider")));
    expect(wrong).toEqual([]);
    expect(problems()).toEqual([]);
  });

  it("shows a picture alone and large: by key, by wheel, by double press, from one to the next, and back", async () => {
    await page.goto("/gallery");
    await page.locator(".tile > a").nth(1).click();
    await page.getByRole("button", { name: "See it large" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    const wrong = await lookAt(page, "portrait-large");
    await press("+");
    await dialog.getByText("140 %").waitFor();
    await press("0");
    await dialog.getByText("100 %").waitFor();
    await page.mouse.move(700, 300);
    await page.mouse.wheel(0, -300);
    await expect.poll(() => dialog.getByText("100 %").count()).toBe(0);
    await press("0");
    await page.mouse.dblclick(700, 300);
    await dialog.getByText("250 %").waitFor();
    await press("0");
    const before = page.url();
    await press("ArrowRight");
    await expect.poll(() => page.url()).not.toBe(before);
    await dialog.getByText("100 %").waitFor();
    await press("Escape");
    await expect.poll(() => dialog.count()).toBe(0);
    await press("Escape");
    await page.getByRole("heading", { name: "Gallery", level: 1 }).waitFor();
    expect(wrong).toEqual([]);
    expect(problems()).toEqual([]);
  });

  it("says that it is offline, keeps what it shows, and says what failed when the studio refuses", async () => {
    await page.goto("/gallery");
    await page.locator(".tile").nth(5).waitFor();
    await page.route("**/trpc/gallery.keep*", (route) => route.abort());
    await page.locator(".tile > a").first().focus();
    await press("f");
    await page.getByRole("alert").getByText("The studio does not answer.").waitFor();
    const wrong = await lookAt(page, "gallery-refused");
    await page.unroute("**/trpc/gallery.keep*");
    await page.context().setOffline(true);
    try {
      await page.getByText("You are offline.").waitFor();
      wrong.push(...(await lookAt(page, "gallery-offline")));
      expect(await page.locator(".tile").count()).toBe(6);
    } finally {
      await page.context().setOffline(false);
    }
    await expect.poll(() => page.getByText("You are offline.").count()).toBe(0);
    expect(wrong).toEqual([]);
  });
});

it("hangs ten thousand portraits, draws few of them, and comes back to where one was", async () => {
  await using many = await openPage(browser, studio.url);
  await many.page.context().addCookies(await page.context().cookies());
  await hangManyPortraits(many.page, { count: 10_000, perDay: 23 });
  await many.page.goto("/gallery");
  await many.page.locator(".tile").first().waitFor();
  // As far as was read, again and again: what comes next is read on the way.
  for (let turn = 0; turn < 4; turn += 1) {
    const end = await many.page.evaluate(() => document.documentElement.scrollHeight);
    await many.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect
      .poll(() => many.page.evaluate(() => document.documentElement.scrollHeight))
      .toBeGreaterThan(end);
  }
  expect(await many.page.locator(".tile").count()).toBeLessThan(80);
  const id = await many.page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>(".tile > a")].find(
      (tile) => tile.getBoundingClientRect().top > 0,
    );
    seen?.focus({ preventScroll: true });
    return seen?.id ?? "none";
  });
  const top = await many.page.evaluate(() => window.scrollY);
  expect(top).toBeGreaterThan(1_000);
  await many.page.keyboard.press("Enter");
  await expect.poll(() => many.page.url()).toContain(id.replace("portrait-", ""));
  await many.page.goBack();
  await expect.poll(() => many.page.evaluate(() => document.activeElement?.id)).toBe(id);
  // Whole pixels: a wall's height has fractions.
  await expect
    .poll(async () => Math.abs((await many.page.evaluate(() => window.scrollY)) - top))
    .toBeLessThanOrEqual(1);
});
