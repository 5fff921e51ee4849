import { request as httpRequest } from "node:http";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import {
  clientWith,
  freshCredentials,
  postAuth,
  type SignedUp,
  signUpWithConsent,
} from "../../test/sign-up.ts";
import { uploadForm } from "../../test/upload-form.ts";

const foreign = "https://elsewhere.example";
const secretOutside = "kept outside the page's folder";

describe("the server over real HTTP", () => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let person: SignedUp;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "selfsame-http-"));
    disposal.defer(() => rm(folder, { recursive: true }));
    const pageFolder = join(folder, "page");
    await mkdir(join(pageFolder, "assets"), { recursive: true });
    await writeFile(join(pageFolder, "index.html"), "<title>Selfsame</title>");
    await writeFile(join(pageFolder, "assets", "main-1a2b.js"), "export {};");
    await writeFile(join(folder, "secret.txt"), secretOutside);
    const { database } = disposal.use(await createTestDatabase("pglite"));
    server = disposal.use(await createTestStudio({ database, pageFolder }));
    person = await signUpWithConsent(server.url);
  });
  afterAll(() => disposal.disposeAsync());

  const rows = async (table: string) =>
    (await server.database.executeSql(`select id from ${table}`)).rows.length;

  /** Sends a path exactly as it is written: fetch would tidy it up first. */
  const getRaw = (path: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      httpRequest({ hostname, port, path }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          body += part;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      })
        .on("error", reject)
        .end();
    });

  describe("a request from another site", () => {
    const fromElsewhere: [string, Record<string, string>][] = [
      ["by its origin", { origin: foreign }],
      ["by an origin that hides itself", { origin: "null" }],
      ["by what the browser says of it", { "sec-fetch-site": "cross-site" }],
    ];

    test.each(fromElsewhere)("is refused (%s) when it would change something", async (_how, headers) => {
      const api = clientWith(server.url, { ...headers, cookie: person.cookie });
      expect(
        await domainErrorOf(api.account.withdrawConsent.mutate({ confirm: "delete everything" })),
      ).toEqual({
        code: "origin_refused",
        message: "This request came from another site.",
        fix: expect.stringContaining("studio's own page"),
        field: null,
        details: {},
      });
      expect(await person.api.account.get.query()).toMatchObject({ email: person.email });
    });

    test.each(fromElsewhere)("is refused (%s) when it uploads", async (_how, headers) => {
      const api = clientWith(server.url, { ...headers, cookie: person.cookie });
      const upload = api.selfies.add.mutate(uploadForm(new Uint8Array([1])));
      expect(await domainErrorOf(upload)).toMatchObject({ code: "origin_refused" });
    });

    test.each(fromElsewhere)("is refused (%s) when it signs up or in", async (_how, headers) => {
      const before = await rows("users");
      for (const path of ["sign-up/email", "sign-in/email", "sign-out"]) {
        const response = await postAuth(server.url, path, freshCredentials(), headers);
        expect(response.status).toBe(403);
      }
      expect(await rows("users")).toBe(before);
    });

    test("gets no leave to read what it asks for", async () => {
      const response = await person.fetch("/trpc/account.get", { headers: { origin: foreign } });
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    });
  });

  test("the studio's own page is let through", async () => {
    const api = clientWith(server.url, {
      origin: server.url,
      cookie: person.cookie,
      "sec-fetch-site": "same-origin",
    });
    const { version } = await api.account.consentText.query();
    expect(
      await api.account.giveConsent.mutate({ textVersion: version, adult: true, ownFace: true }),
    ).toMatchObject({
      consent: { textVersion: version },
    });
  });

  describe("a body that is too large", () => {
    test("is refused for a photo by its announced size, with the photo's own words", async () => {
      const upload = person.api.selfies.add.mutate(uploadForm(new Uint8Array(26_500_000), "huge.jpg"));
      expect(await domainErrorOf(upload)).toMatchObject({
        code: "selfie_too_many_bytes",
        message: "The file is larger than 25 MB.",
        field: "file",
        details: { maximumBytes: 25_000_000 },
      });
      expect(await rows("selfies")).toBe(0);
    });

    test("is refused for a photo that announces nothing, when it has become too large", async () => {
      let partsLeft = 27;
      const body = new ReadableStream({
        pull: async (controller) => {
          partsLeft -= 1;
          if (partsLeft >= 0) controller.enqueue(new Uint8Array(1_000_000));
          // Then it goes silent, and never ends by itself.
          else await new Promise(() => {});
        },
      });
      const response = await person.fetch("/trpc/selfies.add", {
        method: "POST",
        body,
        duplex: "half",
        headers: { "content-type": "multipart/form-data; boundary=x" },
      });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({
        error: { data: { domain: { code: "selfie_too_many_bytes" } } },
      });
    });

    test("is refused for a call, whatever the call", async () => {
      const call = person.api.generations.create.mutate({ brief: "a".repeat(1_100_000) });
      expect(await domainErrorOf(call)).toMatchObject({
        code: "input_invalid",
        message: expect.stringContaining("1 MB"),
      });
    });

    test.each(["/api/auth/sign-in/email", "/webhooks/replicate"])("is refused at %s too", async (path) => {
      const response = await fetch(`${server.url}${path}`, {
        method: "POST",
        body: new Uint8Array(2_500_000),
      });
      expect(response.status).toBe(413);
    });
  });

  describe("the page", () => {
    test.each(["/", "/gallery", "/gallery/0198-a-portrait"])("is what %s answers", async (path) => {
      const response = await fetch(`${server.url}${path}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe("<title>Selfsame</title>");
    });

    test.each([
      "/api/nothing",
      "/images/nothing",
      "/images/portraits/1",
      "/webhooks/nothing",
      "/assets/gone-9z.js",
    ])("is not what %s answers: there is nothing", async (path) => {
      expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    });

    test.each([
      "/../secret.txt",
      "/assets/../../secret.txt",
      "/%2e%2e/secret.txt",
      "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
      "/assets/..%5c..%5csecret.txt",
      "//secret.txt",
    ])("does not lead out of its folder by %s", async (path) => {
      expect((await getRaw(path)).body).not.toContain(secretOutside);
    });
  });

  test("the address for the machine that watches over it says that it is well", async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: "ok" });
  });
});
