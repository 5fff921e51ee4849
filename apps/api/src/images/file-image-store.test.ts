import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describeImageStore } from "../../test/images/image-store-contract.ts";
import { openFileImageStore } from "./file-image-store.ts";
import { selfieKey, subjectPrefix } from "./image-key.ts";
import { StorageUnavailableError } from "./image-store.ts";
import { sha256Hex } from "./sha256-hex.ts";

const ada = "0198f000-0000-7000-8000-00000000000a";
const bytes = Buffer.from("a selfie");
const key = selfieKey(ada, sha256Hex(bytes));
const noon = Date.UTC(2026, 0, 1, 12);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "selfsame-images-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const openStore = () => openFileImageStore({ folder, now: () => noon });

describeImageStore("a folder of files", openStore);

describe("a folder of files", () => {
  test("keeps pictures over a restart, where their keys say, readable by the owner of the process alone", async () => {
    await (await openStore()).put(key, bytes, "image/jpeg");

    expect(await readFile(join(folder, key))).toEqual(bytes);
    expect((await stat(join(folder, key))).mode & 0o777).toBe(0o600);
    expect((await (await openStore()).get(key))?.bytes).toEqual(bytes);
  });

  test("leaves no empty folder of a subject behind when the last picture is gone", async () => {
    const store = await openStore();
    await store.put(key, bytes, "image/jpeg");
    await store.delete(key);

    expect(await readdir(folder)).toEqual([".incoming"]);
  });

  test("clears what a killed process left half written, and not what another is writing now", async () => {
    await openStore();
    for (const [name, ageMinutes] of [
      ["left", 61],
      ["being-written", 59],
    ] as const) {
      await writeFile(join(folder, ".incoming", name), "half a pic");
      await utimes(join(folder, ".incoming", name), noon / 1_000, noon / 1_000 - ageMinutes * 60);
    }
    await openStore();

    expect(await readdir(join(folder, ".incoming"))).toEqual(["being-written"]);
  });

  test("lists pictures alone, not what else lies in the folder", async () => {
    const store = await openStore();
    await store.put(key, bytes, "image/jpeg");
    await writeFile(join(folder, ".DS_Store"), "x");
    await writeFile(join(folder, "subjects", "Notes.txt"), "x");
    await mkdir(join(folder, "subjects", "Not a subject"));

    const keys = [];
    for await (const entry of store.list("")) keys.push(entry.key);
    expect(keys).toEqual([key]);
  });

  test("says that storage is unavailable, why, and leaves nothing half done when a picture cannot be put", async () => {
    const store = await openStore();
    await writeFile(join(folder, "subjects"), "a file where the folder should be");

    await expect(store.put(key, bytes, "image/jpeg")).rejects.toMatchObject({
      code: "storage_unavailable",
      operation: "put",
      key,
      systemCode: expect.stringMatching(/^E(EXIST|NOTDIR)$/) as string,
    });
    expect(await readdir(join(folder, ".incoming"))).toEqual([]);
  });

  test("says that storage is unavailable when a picture cannot be read, removed or listed", async () => {
    const store = await openStore();
    await store.put(key, bytes, "image/jpeg");
    await rm(join(folder, "subjects"), { recursive: true });
    await writeFile(join(folder, "subjects"), "a file where the folder should be");

    await expect(store.get(key)).rejects.toMatchObject({ operation: "get", systemCode: "ENOTDIR" });
    await expect(store.delete(key)).rejects.toMatchObject({ operation: "delete", systemCode: "ENOTDIR" });
    const list = async () => {
      for await (const entry of store.list(subjectPrefix(ada))) expect(entry).toBeUndefined();
    };
    await expect(list()).rejects.toMatchObject({ operation: "list", systemCode: "ENOTDIR" });
  });

  test("cannot be opened where its folder cannot be made", async () => {
    await writeFile(join(folder, "taken"), "a file");
    const opening = openFileImageStore({ folder: join(folder, "taken"), now: () => noon });

    await expect(opening).rejects.toBeInstanceOf(StorageUnavailableError);
  });

  test.skipIf(process.getuid?.() === 0)(
    "says that storage is unavailable in a folder that may not be written (not tried as root, who may)",
    async () => {
      const store = await openStore();
      await chmod(folder, 0o500);
      await expect(store.put(key, bytes, "image/jpeg")).rejects.toMatchObject({ systemCode: "EACCES" });
      await chmod(folder, 0o700);
    },
  );

  test("names a full disk as the reason", () => {
    const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    const failure = new StorageUnavailableError("put", key, full);

    expect(failure).toMatchObject({ systemCode: "ENOSPC", cause: full });
    expect(failure.message).toContain("ENOSPC");
  });
});
