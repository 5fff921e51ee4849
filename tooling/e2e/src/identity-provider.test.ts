import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser } from "./open-browser.ts";
import { openPage } from "./open-page.ts";
import { openStudio, type TestStudio } from "./open-studio.ts";

let studio: TestStudio;
let browser: Browser;

beforeAll(async () => {
  const registered = { GITHUB_CLIENT_ID: "the-studio", GITHUB_CLIENT_SECRET: "a-secret" };
  [studio, browser] = await Promise.all([openStudio({ environment: registered }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await studio[Symbol.asyncDispose]();
});

it("leads from both doors to the identity provider, and back to a door that says what went wrong", async () => {
  await using opened = await openPage(browser, studio.url);
  const { page, watch } = opened;
  const asked: URL[] = [];
  // Nobody is asked outside of this machine: the provider here declines at once.
  await page.context().route("https://github.com/**", async (route) => {
    const way = new URL(route.request().url());
    asked.push(way);
    const back = new URL(way.searchParams.get("redirect_uri") ?? "");
    back.search = String(
      new URLSearchParams({ error: "access_denied", state: way.searchParams.get("state") ?? "" }),
    );
    await route.fulfill({ status: 302, headers: { location: back.href } });
  });
  for (const door of ["/sign-up", "/sign-in?next=/gallery"]) {
    await page.goto(door);
    await page.getByRole("button", { name: "Continue with GitHub" }).click();
    await page.getByRole("alert").getByText("You were not signed in").waitFor();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  }
  expect(asked.map(({ searchParams }) => searchParams.get("redirect_uri"))).toEqual([
    `${studio.url}/api/auth/callback/github`,
    `${studio.url}/api/auth/callback/github`,
  ]);
  expect(asked.every(({ searchParams }) => searchParams.get("client_id") === "the-studio")).toBe(true);
  expect(watch.problems.filter((problem) => !problem.includes("https://github.com/"))).toEqual([]);
});
