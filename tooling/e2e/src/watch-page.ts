import type { Page } from "playwright-core";

/** What a page did that it should not do. */
export interface PageWatch {
  /** Console errors and warnings, uncaught errors, requests to another origin, answers from 500 on. */
  readonly problems: readonly string[];
}

/**
 * Watches a page from its first request on.
 *
 * A refused request (4xx) is an answer, not a problem: Chromium's own note about it is left out.
 */
export function watchPage(page: Page, origin: string): PageWatch {
  const problems: string[] = [];
  page.on("console", (message) => {
    const isRefusal = /the server responded with a status of 4\d\d/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !isRefusal)
      problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const isLocal = url.protocol === "data:" || url.protocol === "blob:" || url.origin === origin;
    if (!isLocal) problems.push(`asked another origin: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} from ${response.url()}`);
  });
  return { problems };
}
