import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageRoutes } from "./page-routes.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "selfsame-page-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<title>Selfsame</title>");
  await writeFile(join(folder, "icon.svg"), "<svg/>");
  await writeFile(join(folder, "assets", "main-1a2b.js"), "export {};");
});

afterAll(() => rm(folder, { recursive: true }));

describe("pageRoutes", () => {
  it.each(["/", "/studio", "/gallery/0198-a-portrait"])(
    "answers %s with the document, never kept by the browser",
    async (path) => {
      const answer = await pageRoutes(folder).request(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toContain("text/html");
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(await answer.text()).toBe("<title>Selfsame</title>");
    },
  );

  it("lets the browser keep what is named after its content", async () => {
    const answer = await pageRoutes(folder).request("/assets/main-1a2b.js");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(await answer.text()).toBe("export {};");
  });

  it("serves other files and has them asked for again", async () => {
    const answer = await pageRoutes(folder).request("/icon.svg");
    expect(answer.headers.get("content-type")).toContain("image/svg+xml");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
  });

  it("answers 404 for an asset of another build instead of the document", async () => {
    expect((await pageRoutes(folder).request("/assets/main-9z9z.js")).status).toBe(404);
  });
});
