import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const screens = fileURLToPath(new URL("../.report/screens/", import.meta.url));
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const variants = [
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

declare const window: Window & { axe: { run(context: Document, options: object): Promise<AxeResults> } };

/**
 * Looks at a page as it stands, wide and narrow, light and dark: takes its picture into `.report/screens`, has
 * axe-core look for barriers, and sees whether it can be scrolled sideways.
 *
 * @param name the screen's name in the file names
 * @returns what is wrong, one line each; the page is wide and light again afterwards
 */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const { width, height, colorScheme } of variants) {
    const variant = `${name}-${width}-${colorScheme}`;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await standsStill(page);
    await page.screenshot({ path: `${screens}${variant}.png`, fullPage: true });
    wrong.push(...(await barriers(page)).map((barrier) => `${variant}: ${barrier}`));
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overhang > 0) wrong.push(`${variant}: wider than the window by ${overhang} px`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return wrong;
}

/** Waits until what can be seen stands still: fonts, pictures near the window, and what is fading in. */
async function standsStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const isNear = (image: HTMLImageElement) => image.getBoundingClientRect().top < window.innerHeight;
    await Promise.allSettled([...document.images].filter(isNear).map((image) => image.decode()));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime ?? 0));
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

async function barriers(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's content policy rightly allows no foreign one.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }),
    rules,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
}
