import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";

const pages = ["/", "/gallery/anything", "/no-such-file.txt"];
const data = [
  "/trpc/studio.get",
  "/trpc/nowhere",
  "/images/portraits/x/original",
  "/api/x",
  "/healthz",
  "/webhooks/x",
];

describe("every answer", () => {
  const disposal = new AsyncDisposableStack();
  let [plain, secure] = ["", ""];
  beforeAll(async () => {
    const pageFolder = await mkdtemp(join(tmpdir(), "selfsame-headers-"));
    disposal.defer(() => rm(pageFolder, { recursive: true }));
    await writeFile(join(pageFolder, "index.html"), "<title>Selfsame</title>");
    const start = async (over: { publicUrl?: string }) => {
      const { database } = disposal.use(await createTestDatabase("pglite"));
      return disposal.use(await createTestStudio({ database, pageFolder, ...over })).url;
    };
    plain = await start({});
    secure = await start({ publicUrl: "https://studio.example.org" });
  });
  afterAll(() => disposal.disposeAsync());

  const headersOf = async (url: string) => Object.fromEntries((await fetch(url)).headers);
  const policyOf = async (path: string) => {
    const rules = (await headersOf(`${plain}${path}`))["content-security-policy"] ?? "";
    return rules.split("; ").toSorted();
  };

  test.each([...pages, ...data])("keeps other sites out of %s", async (path) => {
    expect(await headersOf(`${plain}${path}`)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
  });

  test.each(pages)(
    "that is the page may load its own parts and run nothing written into it: %s",
    async (path) => {
      expect(await policyOf(path)).toEqual([
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "frame-src 'none'",
        "img-src 'self' blob: data:",
        "object-src 'none'",
        "script-src 'self'",
        "script-src-attr 'none'",
        "style-src 'self'",
      ]);
    },
  );

  test.each(data)("that is data can be no page: %s", async (path) => {
    expect((await policyOf(path)).map((rule) => rule.trim())).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "sandbox",
    ]);
  });

  test("asks for https for good where the studio has it, and only there", async () => {
    expect(await headersOf(`${secure}/`)).toMatchObject({ "strict-transport-security": "max-age=31536000" });
    expect(await headersOf(`${plain}/`)).not.toHaveProperty("strict-transport-security");
  });
});
