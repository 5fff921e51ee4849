import { setImmediate } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import {
  ImageKeyError,
  portraitKey,
  selfieKey,
  subjectPrefix,
  thumbnailKey,
} from "../../src/images/image-key.ts";
import type { ImageStore, StoredImageEntry } from "../../src/images/image-store.ts";
import { sha256Hex } from "../../src/images/sha256-hex.ts";
import { verifyStored } from "../../src/images/verify-stored.ts";

const ada = "0198f000-0000-7000-8000-00000000000a";
const ben = "0198f000-0000-7000-8000-00000000000b";

const bytesOf = (text: string) => Buffer.from(text);

async function listed(store: ImageStore, prefix: string): Promise<StoredImageEntry[]> {
  const entries: StoredImageEntry[] = [];
  for await (const entry of store.list(prefix)) entries.push(entry);
  return entries;
}

const keysOf = async (store: ImageStore, prefix: string) =>
  (await listed(store, prefix)).map(({ key }) => key);

/** What every place for pictures must do, whatever it is made of. `openStore` gives an empty one. */
export function describeImageStore(place: string, openStore: () => Promise<ImageStore>): void {
  describe(`${place} as a place for pictures`, () => {
    let store: ImageStore;
    beforeEach(async () => {
      store = await openStore();
    });

    test("gives back the bytes, their number and their type", async () => {
      const bytes = bytesOf("a selfie");
      const key = selfieKey(ada, sha256Hex(bytes));
      await store.put(key, bytes, "image/jpeg");

      expect(await store.get(key)).toEqual({ bytes, sizeBytes: 8, contentType: "image/jpeg" });
    });

    test("keeps a picture of no bytes and one of several megabytes alike", async () => {
      for (const bytes of [Buffer.alloc(0), Buffer.alloc(5_000_000, 7)]) {
        const key = portraitKey(ada, sha256Hex(bytes), "image/png");
        await store.put(key, bytes, "image/png");
        expect((await store.get(key))?.bytes.equals(bytes)).toBe(true);
      }
    });

    test("has nothing under a key that was never put", async () => {
      const key = selfieKey(ada, sha256Hex(bytesOf("never")));
      expect(await store.get(key)).toBeUndefined();
      expect(await store.delete(key)).toBe(false);
    });

    test("keeps one picture however often the same content is put", async () => {
      const bytes = bytesOf("again and again");
      const key = selfieKey(ada, sha256Hex(bytes));
      await Promise.all(Array.from({ length: 8 }, () => store.put(key, bytes, "image/jpeg")));

      expect(await listed(store, "")).toEqual([{ key, sizeBytes: bytes.length }]);
    });

    test("never shows a reader half a picture while it is being put", async () => {
      const versions = [Buffer.alloc(300_000, 1), Buffer.alloc(300_000, 2)] as const;
      const key = selfieKey(ada, sha256Hex(versions[0]));
      await store.put(key, versions[0], "image/jpeg");
      const write = async () => {
        for (let round = 0; round < 12; round += 1) {
          await store.put(key, versions[round % 2 === 0 ? 1 : 0], "image/jpeg");
        }
      };
      const read = async () => {
        for (let round = 0; round < 60; round += 1) {
          const stored = await store.get(key);
          expect(versions.some((version) => stored?.bytes.equals(version))).toBe(true);
          await setImmediate();
        }
      };
      await Promise.all([write(), read(), read()]);
    });

    test("removes a picture once, and says whether there was one", async () => {
      const key = selfieKey(ada, sha256Hex(bytesOf("short-lived")));
      await store.put(key, bytesOf("short-lived"), "image/jpeg");

      expect(await store.delete(key)).toBe(true);
      expect(await store.delete(key)).toBe(false);
      expect(await store.get(key)).toBeUndefined();
    });

    test("lists one subject's pictures in the order of their keys, and nobody else's", async () => {
      const portrait = portraitKey(ada, sha256Hex(bytesOf("portrait")), "image/png");
      const keys = [
        portrait,
        thumbnailKey(portrait, 160),
        thumbnailKey(portrait, 480),
        ...["one", "two", "three"].map((name) => selfieKey(ada, sha256Hex(bytesOf(name)))),
      ];
      const others = selfieKey(ben, sha256Hex(bytesOf("one")));
      for (const key of [...keys.toReversed(), others]) {
        const type = key.endsWith(".jpg") ? "image/jpeg" : key.endsWith(".png") ? "image/png" : "image/webp";
        await store.put(key, bytesOf("x"), type);
      }

      expect(await keysOf(store, subjectPrefix(ada))).toEqual(keys.toSorted());
      expect(await keysOf(store, "")).toEqual([...keys, others].toSorted());
      expect(await keysOf(store, subjectPrefix("0198f000-0000-7000-8000-00000000000c"))).toEqual([]);
    });

    test("removes many pictures at once, and takes those that are gone already for removed", async () => {
      const keys = ["one", "two", "three"].map((name) => selfieKey(ada, sha256Hex(bytesOf(name))));
      const kept = selfieKey(ben, sha256Hex(bytesOf("one")));
      for (const key of [...keys.slice(1), kept]) await store.put(key, bytesOf("x"), "image/jpeg");
      await store.deleteMany(keys);
      await store.deleteMany([]);

      expect(await keysOf(store, "")).toEqual([kept]);
      await expect(store.deleteMany([kept, "../outside.jpg"])).rejects.toBeInstanceOf(ImageKeyError);
      expect(await keysOf(store, "")).toEqual([kept]);
    });

    test("can be emptied of a subject while its list is being read", async () => {
      for (const name of ["one", "two", "three", "four"]) {
        await store.put(selfieKey(ada, sha256Hex(bytesOf(name))), bytesOf(name), "image/jpeg");
      }
      let removed = 0;
      for await (const { key } of store.list(subjectPrefix(ada)))
        removed += (await store.delete(key)) ? 1 : 0;

      expect(removed).toBe(4);
      expect(await keysOf(store, "")).toEqual([]);
    });

    test("takes a picture while the last one beside it is being removed", async () => {
      const [first, second] = ["first", "second"].map((name) => selfieKey(ada, sha256Hex(bytesOf(name))));
      for (let round = 0; round < 60; round += 1) {
        await store.put(first ?? "", bytesOf("first"), "image/jpeg");
        await Promise.all([
          store.delete(first ?? ""),
          store.put(second ?? "", bytesOf("second"), "image/jpeg"),
        ]);
        expect(await keysOf(store, "")).toEqual([second]);
        await store.delete(second ?? "");
      }
    });

    test("tells an intact picture from an altered and a missing one when asked to verify", async () => {
      const bytes = bytesOf("intact");
      const key = selfieKey(ada, sha256Hex(bytes));
      await store.put(key, bytes, "image/jpeg");
      expect(await verifyStored(store, key, sha256Hex(bytes))).toBe("intact");

      await store.put(key, bytesOf("altered"), "image/jpeg");
      expect(await verifyStored(store, key, sha256Hex(bytes))).toBe("altered");

      await store.delete(key);
      expect(await verifyStored(store, key, sha256Hex(bytes))).toBe("missing");
    });

    test.each([
      "",
      "..",
      "../outside.jpg",
      "subjects/../../outside.jpg",
      "/etc/passwd.jpg",
      "subjects//a.jpg",
      "subjects/a.jpg/",
      "subjects/.hidden.jpg",
      ".incoming/a.jpg",
      "subjects\\a.jpg",
      "subjects/a.jpg\0.png",
      "subjects/A.jpg",
      "subjects/a.exe",
      "subjects/a",
      `subjects/${"a".repeat(600)}.jpg`,
    ])("refuses %j, which is no key", async (key) => {
      await expect(store.put(key, bytesOf("x"), "image/jpeg")).rejects.toBeInstanceOf(ImageKeyError);
      await expect(store.get(key)).rejects.toBeInstanceOf(ImageKeyError);
      await expect(store.delete(key)).rejects.toBeInstanceOf(ImageKeyError);
      expect(await keysOf(store, "")).toEqual([]);
    });

    test.each(["subjects", "/", "../", "subjects/../", "a.jpg"])(
      "refuses to list %j, which is no folder",
      (prefix) => {
        expect(() => store.list(prefix)).toThrow(ImageKeyError);
      },
    );

    test("refuses a picture whose type is not what its key says", async () => {
      const key = selfieKey(ada, sha256Hex(bytesOf("x")));
      await expect(store.put(key, bytesOf("x"), "image/png")).rejects.toBeInstanceOf(ImageKeyError);
    });
  });
}
