import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";

describe("the outbox as a page", () => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await createTestDatabase("pglite"));
    server = disposal.use(await createTestStudio({ database, showsOutbox: true }));
  });
  afterAll(() => disposal.disposeAsync());

  /** Asks under any name, as a browser does that was told a wrong address for it. */
  const statusUnder = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path: "/outbox", headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });

  test("shows each mail with its link, and nothing in it is a page of its own", async () => {
    const link = `${server.url}/verify-email#token=abc`;
    const text = `Open this:\n${link}\n<script>alert(1)</script>\njavascript:alert(1)`;
    await server.outbox.send({ to: "<b>ada</b>@example.org\nBcc: eve@example.org", subject: "Hello", text });
    const page = await (await fetch(`${server.url}/outbox`)).text();
    expect(page).toContain(`<a href="${link}">${link}</a>`);
    expect(page).toContain("&lt;b&gt;ada&lt;/b&gt;@example.org Bcc: eve@example.org");
    expect(page).not.toContain("<script>");
    expect(page).not.toContain('href="javascript');
  });

  test.each([
    ["another site's name, led to this machine", { host: "elsewhere.example" }],
    ["a proxy", { host: "localhost", "x-forwarded-for": "203.0.113.7" }],
    ["a proxy of the newer kind", { host: "localhost", forwarded: "for=203.0.113.7" }],
  ])("is not there for %s", async (_who, headers) => {
    expect(await statusUnder(headers)).toBe(404);
  });

  test("is there for this machine under its own name, and without the setting for nobody", async () => {
    expect(await statusUnder({ host: "localhost" })).toBe(200);
    const { database } = disposal.use(await createTestDatabase("pglite"));
    const silent = disposal.use(await createTestStudio({ database }));
    expect((await fetch(`${silent.url}/outbox`)).status).toBe(404);
  });
});
