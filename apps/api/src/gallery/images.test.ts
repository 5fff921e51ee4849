import { rm } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { photo } from "../../test/photo.ts";
import { type SignedUp, signUp, signUpWithConsent } from "../../test/sign-up.ts";

const nobodys = "0197a000-0000-7000-8000-000000000001";

describeOnBothDatabases("pictures", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let owner: SignedUp;
  let other: SignedUp;
  let selfieId: string;
  let address: string;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    owner = await signUpWithConsent(server.url);
    other = await signUp(server.url);
    selfieId = (await owner.api.selfies.add.mutate(await photo("me.jpg"))).id;
    address = `/images/selfies/${selfieId}/original`;
  });
  afterAll(() => disposal.disposeAsync());

  /** All of an answer but the moment it was given. */
  const answerOf = async (response: Response) => {
    // The number of the request is each one's own.
    const headers = [...response.headers].filter(([name]) => name !== "date" && name !== "x-request-id");
    return { status: response.status, headers, body: await response.text() };
  };

  test("come to their owner by cookie and by token, whole and named", async () => {
    const byToken = await owner.fetch(address);
    const byCookie = await fetch(`${server.url}${address}`, { headers: { cookie: owner.cookie } });
    for (const response of [byToken, byCookie]) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("image/jpeg");
      expect(response.headers.get("content-disposition")).toBe(`inline; filename="selfies-${selfieId}.jpg"`);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get("content-length")).toBe(String(bytes.length));
      expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 512, height: 512 });
    }
  });

  test("stay with the browser for good, and with nothing in between", async () => {
    const { headers } = await owner.fetch(address);
    expect(headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect(headers.get("vary")).toBe("Cookie, Authorization");
  });

  test("are not sent again to who has them", async () => {
    const first = await owner.fetch(address);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[0-9a-f]{64}-original"$/);
    const again = await owner.fetch(address, { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    const older = await owner.fetch(address, { headers: { "if-none-match": '"something else"' } });
    expect(older.status).toBe(200);
  });

  test.each(["original", "160"])(
    "of somebody else answer exactly as what does not exist (%s)",
    async (size) => {
      const theirs = await answerOf(await other.fetch(`/images/selfies/${selfieId}/${size}`));
      expect(theirs).toMatchObject({ status: 404, body: "" });
      for (const unknown of [
        await other.fetch(`/images/selfies/${nobodys}/${size}`),
        await other.fetch(`/images/portraits/${selfieId}/${size}`),
        await other.fetch(`/images/portraits/${nobodys}/${size}`),
        await fetch(`${server.url}/images/selfies/${selfieId}/${size}`),
      ])
        expect(await answerOf(unknown)).toEqual(theirs);
    },
  );

  test("of somebody else are not confirmed to who knows their hash", async () => {
    const tag = (await owner.fetch(address)).headers.get("etag") ?? "";
    const guessed = await other.fetch(address, { headers: { "if-none-match": tag } });
    expect(guessed.status).toBe(404);
  });

  test.each([
    "selfies/not-an-id/original",
    `faces/${nobodys}/original`,
    `selfies/${nobodys}/161`,
    "selfies/..%2f/160",
  ])("by an address that is none are not found: %s", async (path) => {
    expect((await owner.fetch(`/images/${path}`)).status).toBe(404);
  });

  test("that were not found are asked for again", async () => {
    const { headers } = await other.fetch(address);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test.each([160, 480])("are made smaller on demand where the copy of %i pixels is missing", async (size) => {
    const { id } = await owner.api.account.get.query();
    const sha256 = /[0-9a-f]{64}/.exec((await owner.fetch(address)).headers.get("etag") ?? "")?.[0] ?? "";
    await rm(join(server.imageFolder, "subjects", id, "selfies", `${sha256}-${size}.webp`));
    const response = await owner.fetch(`/images/selfies/${selfieId}/${size}`);
    expect(response.headers.get("content-type")).toBe("image/webp");
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ width: size });
  });

  test("cannot be changed or deleted at their address", async () => {
    for (const method of ["PUT", "POST", "DELETE"])
      expect((await owner.fetch(address, { method })).status).toBe(404);
    expect((await owner.fetch(address)).status).toBe(200);
  });
});
