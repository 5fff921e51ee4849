import type { Browser, Page } from "playwright-core";
import { type PageWatch, watchPage } from "./watch-page.ts";

/** A page in a browser profile of its own, watched from its first request. */
export interface TestPage extends AsyncDisposable {
  readonly page: Page;
  readonly watch: PageWatch;
}

/** Opens a wide, light page at a studio's address. */
export async function openPage(browser: Browser, url: string): Promise<TestPage> {
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const watch = watchPage(page, new URL(url).origin);
  await page.goto("/");
  return { page, watch, [Symbol.asyncDispose]: () => context.close() };
}
