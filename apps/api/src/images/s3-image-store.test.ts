import { beforeEach, afterEach, describe, expect, test } from "vitest";
import { describeImageStore } from "../../test/images/image-store-contract.ts";
import type { ReceivedRequest, SigningKey } from "../../test/s3/check-signature.ts";
import { type S3Server, type S3ServerOptions, startS3Server } from "../../test/s3/start-s3-server.ts";
import { checkStorage } from "./check-storage.ts";
import { selfieKey, subjectPrefix } from "./image-key.ts";
import type { ImageStore } from "./image-store.ts";
import type { S3Settings } from "./s3-settings.ts";
import { openS3ImageStore } from "./s3-image-store.ts";
import { sha256Hex } from "./sha256-hex.ts";

const ada = "0198f000-0000-7000-8000-00000000000a";
const bytes = Buffer.from("a selfie");
const key = selfieKey(ada, sha256Hex(bytes));
const signingKey: SigningKey = {
  accessKeyId: "AKIDSELFSAME",
  secretAccessKey: "a secret of the tests",
  region: "eu-north-1",
};
const skewMs = 20 * 60 * 1_000;

let server: S3Server;
afterEach(() => server[Symbol.asyncDispose]());

const startServer = async (options: Partial<S3ServerOptions> = {}) => {
  server = await startS3Server({ key: signingKey, bucket: "pictures", ...options });
};

const openStore = (settings: Partial<S3Settings> = {}): ImageStore =>
  openS3ImageStore({
    bucket: "pictures",
    endpoint: server.url,
    ...signingKey,
    forcePathStyle: true,
    prefix: "",
    patience: { connectMs: 1_000, silenceMs: 300, wholeMs: 4_000 },
    ...settings,
  });

const codes = () => server.answered.flatMap(({ code }) => (code === null ? [] : [code]));

describeImageStore("a bucket", async () => {
  await startServer({ pageSize: 2 });
  return openStore();
});

describeImageStore("a folder of a bucket whose store knows no checksums", async () => {
  await startServer({ checksums: false });
  return openStore({ prefix: "studio/one/" });
});

describe("a bucket", () => {
  beforeEach(() => startServer());

  test("is written, read and removed by the check at the start, and left as it was", async () => {
    await checkStorage(openStore());
    expect(server.objects.size).toBe(0);
    expect(server.answered.map(({ method }) => method)).toEqual([
      "PUT",
      "HEAD",
      "GET",
      "HEAD",
      "DELETE",
      "GET",
    ]);
  });

  test("holds everything under its folder, and other things in it are not listed", async () => {
    const store = openStore({ prefix: "studio/" });
    await store.put(key, bytes, "image/jpeg");
    await openStore().put(key, bytes, "image/jpeg");
    expect([...server.objects.keys()]).toEqual([`studio/${key}`, key]);
    const keys: string[] = [];
    for await (const entry of store.list("")) keys.push(entry.key);
    expect(keys).toEqual([key]);
  });

  test("is emptied of a thousand pictures and one with two requests", async () => {
    const store = openStore();
    const keys = Array.from({ length: 1_001 }, (_, index) => `${subjectPrefix(ada)}selfies/${index}.jpg`);
    await store.put(keys[0] ?? "", bytes, "image/jpeg");
    await store.put(keys[1_000] ?? "", bytes, "image/jpeg");
    await store.deleteMany(keys);
    expect(server.objects.size).toBe(0);
    expect(server.answered.filter(({ method }) => method === "POST")).toHaveLength(2);
  });

  test.each<[string, Partial<S3Settings>, string]>([
    ["a wrong secret", { secretAccessKey: "another" }, "SignatureDoesNotMatch"],
    ["an unknown key", { accessKeyId: "AKIDSOMEBODY" }, "InvalidAccessKeyId"],
    ["another region", { region: "us-east-1" }, "AuthorizationHeaderMalformed"],
    ["a bucket that is none", { bucket: "nowhere" }, "NoSuchBucket"],
  ])("says why it refuses %s, in one line without the secret", async (_what, settings, systemCode) => {
    const checking = checkStorage(openStore(settings));
    await expect(checking).rejects.toMatchObject({
      code: "storage_unavailable",
      operation: "put",
      systemCode,
    });
    const said = await checking.catch((error: unknown) => String(error));
    expect(said).toMatch(
      new RegExp(`^StorageUnavailableError: storage could not put "probes/[^"]+": ${systemCode}$`),
    );
    expect(server.objects.size).toBe(0);
  });

  const withHeader = (name: string, value: string) => (request: ReceivedRequest) => ({
    ...request,
    headers: { ...request.headers, [name]: value },
  });

  test.each<[string, (request: ReceivedRequest) => ReceivedRequest, string]>([
    ["a header", withHeader("x-amz-meta-sha256", sha256Hex(Buffer.from("x"))), "SignatureDoesNotMatch"],
    ["a header that was added", withHeader("x-amz-acl", "public-read"), "AccessDenied"],
    [
      "the hash of the body",
      withHeader("x-amz-content-sha256", sha256Hex(Buffer.from("x"))),
      "SignatureDoesNotMatch",
    ],
    ["the body", (request) => ({ ...request, body: Buffer.from("another") }), "XAmzContentSHA256Mismatch"],
    ["the address", (request) => ({ ...request, target: `${request.target}x` }), "SignatureDoesNotMatch"],
    ["the signature, which is gone", withoutAuthorization, "AccessDenied"],
  ])("stores nothing of a request that was altered on its way in %s", async (_what, change, systemCode) => {
    server.tamper(change);
    await expect(openStore().put(key, bytes, "image/jpeg")).rejects.toMatchObject({ systemCode });
    expect(server.objects.size).toBe(0);
  });

  test("refuses a clock that is twenty minutes off, and is used all the same once the client has set its own by it", async () => {
    await server[Symbol.asyncDispose]();
    await startServer({ now: () => Date.now() + skewMs });
    const store = openStore();
    await store.put(key, bytes, "image/jpeg");
    expect(codes()).toEqual(["RequestTimeTooSkewed"]);
    expect((await store.get(key))?.bytes).toEqual(bytes);
  });

  test("is asked again when it is asked too much, and when a body breaks off or comes in part", async () => {
    const store = openStore();
    server.fail("PUT", "slow-down", "slow-down");
    await store.put(key, bytes, "image/jpeg");
    expect(codes()).toEqual(["SlowDown", "SlowDown"]);

    server.fail("GET", "broken-off", "shorter");
    expect((await store.get(key))?.bytes).toEqual(bytes);
  });

  test("that never gives a picture whole gives none", async () => {
    const store = openStore();
    await store.put(key, bytes, "image/jpeg");
    server.failAlways("GET", "shorter");
    await expect(store.get(key)).rejects.toMatchObject({ operation: "get", systemCode: "DAMAGED" });
  });

  test("that stores something else than was sent is found out before anybody relies on it", async () => {
    server.fail("PUT", "bit-lost");
    await expect(openStore().put(key, bytes, "image/jpeg")).rejects.toMatchObject({
      operation: "put",
      systemCode: "DAMAGED",
    });
  });

  test("that is full says so, and is not asked again and again", async () => {
    server.failAlways("PUT", "full");
    await expect(openStore().put(key, bytes, "image/jpeg")).rejects.toMatchObject({
      systemCode: "InsufficientStorage",
    });
    expect(codes()).toEqual(["InsufficientStorage"]);
    server.failAlways("PUT", null);
    await openStore().put(key, bytes, "image/jpeg");
    expect(server.objects.size).toBe(1);
  });

  test("that does not answer is given up, with a word about it", async () => {
    server.failAlways("PUT", "no-answer");
    const from = performance.now();
    await expect(openStore().put(key, bytes, "image/jpeg")).rejects.toMatchObject({
      systemCode: expect.stringMatching(/Timeout|Abort|ECONNRESET/) as string,
    });
    expect(performance.now() - from).toBeLessThan(20_000);
  });

  test("that is not there is out of reach", async () => {
    const store = openStore({ endpoint: "http://127.0.0.1:9" });
    await expect(store.get(key)).rejects.toMatchObject({ systemCode: "ECONNREFUSED" });
  });
});

function withoutAuthorization(request: ReceivedRequest): ReceivedRequest {
  const { authorization: _left, ...headers } = request.headers;
  return { ...request, headers };
}
