import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type S3Server, startS3Server } from "../../test/s3/start-s3-server.ts";
import { createLog } from "../log/create-log.ts";
import { openImageStore } from "./open-image-store.ts";
import type { S3Settings } from "./s3-settings.ts";

const key = { accessKeyId: "AKIDSELFSAME", secretAccessKey: "a secret of the tests", region: "eu-north-1" };

describe("the place for pictures, when a process starts", () => {
  let server: S3Server;
  let lines: string[];
  beforeEach(async () => {
    server = await startS3Server({ key, bucket: "pictures" });
    lines = [];
  });
  afterEach(() => server[Symbol.asyncDispose]());

  const log = () => createLog("info", { write: (line) => lines.push(line) });
  const bucket = (over: Partial<S3Settings> = {}) => ({
    kind: "s3" as const,
    settings: {
      bucket: "pictures",
      endpoint: server.url,
      ...key,
      forcePathStyle: true,
      prefix: "",
      patience: { connectMs: 1_000, silenceMs: 300, wholeMs: 4_000 },
      ...over,
    },
  });

  test("is tried, and that it works is one line of the log", async () => {
    await openImageStore(bucket(), log());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("bucket pictures");
  });

  test("is refused when a person has to mend it", async () => {
    const opening = openImageStore(bucket({ secretAccessKey: "another" }), log());
    await expect(opening).rejects.toThrow("SignatureDoesNotMatch");
  });

  test("is taken when it only fails for now, with an error in the log that holds no secret", async () => {
    server.failAlways("PUT", "full");
    await openImageStore(bucket(), log());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("InsufficientStorage");
    expect(lines[0]).not.toContain(key.secretAccessKey);
    expect(lines[0]).not.toContain(key.accessKeyId);
  });

  test("may be a folder, with a warning where several processes need the same", async () => {
    const folder = await mkdtemp(join(tmpdir(), "selfsame-place-"));
    await openImageStore({ kind: "files", folder, shared: true }, log());
    await rm(folder, { recursive: true });
    expect(lines.map((line) => (JSON.parse(line) as { level: number }).level)).toEqual([40, 30]);
  });
});
