import { posix, sep } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ImageKeyError,
  contentTypeOfKey,
  isImageKey,
  isImagePrefix,
  portraitKey,
  selfieKey,
  subjectPrefix,
  thumbnailKey,
  thumbnailSizes,
} from "./image-key.ts";

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef".split("")), minLength: length, maxLength: length });
const hash = hex(64);
const subjectId = fc.uuid();

const ownKey = fc.oneof(
  fc.tuple(subjectId, hash).map(([subject, content]) => selfieKey(subject, content)),
  fc
    .tuple(subjectId, hash, fc.constantFrom("image/png", "image/jpeg", "image/webp"))
    .map(([subject, content, type]) => portraitKey(subject, content, type)),
);

/** Texts that look like keys, and those that would climb out of a folder. */
const nearlyKey = fc
  .array(
    fc.constantFrom("..", ".", "/", "\\", "a", "B", "-", "%2e", "\0", "é", "~", ".jpg", ".png", "x.webp"),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));

describe("keys of pictures", () => {
  test("built ones are always keys, under their subject's folder and no other's", () => {
    fc.assert(
      fc.property(ownKey, subjectId, (key, another) => {
        const subject = key.split("/")[1] ?? "";
        expect(isImageKey(key)).toBe(true);
        expect(key.startsWith(subjectPrefix(subject))).toBe(true);
        expect(key.startsWith(subjectPrefix(another))).toBe(subject === another);
      }),
    );
  });

  test("two different contents, subjects or sizes never share a key", () => {
    fc.assert(
      fc.property(fc.uniqueArray(ownKey, { minLength: 2, maxLength: 6 }), (originals) => {
        const all = originals.flatMap((key) => [
          key,
          ...thumbnailSizes.map((size) => thumbnailKey(key, size)),
        ]);
        // A portrait's thumbnail does not name its original's type: the content's hash already tells them apart.
        const contents = new Set(originals.map((key) => key.slice(0, key.lastIndexOf("."))));
        expect(new Set(all).size).toBe(originals.length + contents.size * thumbnailSizes.length);
      }),
    );
  });

  test("a thumbnail is WebP, beside its original", () => {
    fc.assert(
      fc.property(ownKey, fc.constantFrom(...thumbnailSizes), (key, size) => {
        const thumbnail = thumbnailKey(key, size);
        expect(posix.dirname(thumbnail)).toBe(posix.dirname(key));
        expect(contentTypeOfKey(thumbnail)).toBe("image/webp");
      }),
    );
  });

  test("whatever passes for a key stays inside its folder, in lower case, on every system", () => {
    fc.assert(
      fc.property(fc.oneof(nearlyKey, fc.string(), fc.webPath()), (text) => {
        if (!isImageKey(text) && !isImagePrefix(text)) return;
        const path = posix.join("/store", text);
        expect(path.startsWith("/store/") || text === "").toBe(true);
        expect(posix.normalize(text === "" ? "." : text)).toBe(text === "" ? "." : text);
        expect(text).toBe(text.toLowerCase());
        expect(text).toMatch(/^[\x2d-\x39a-z]*$/);
        expect(text.includes("..") || text.includes("\\")).toBe(false);
        expect(sep === "/" || !text.includes(sep)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("nothing is both a key and a folder", () => {
    fc.assert(
      fc.property(fc.oneof(ownKey, nearlyKey), (text) => !(isImageKey(text) && isImagePrefix(text))),
      { numRuns: 1_000 },
    );
  });

  test("ids and hashes that are none are refused, never put into a path", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearlyKey, hex(63), hex(65)), hash, (text, content) => {
        expect(() => subjectPrefix(text)).toThrow(ImageKeyError);
        expect(() => selfieKey(text, content)).toThrow(ImageKeyError);
        expect(() => selfieKey("0198f000-0000-7000-8000-00000000000a", text)).toThrow(ImageKeyError);
        fc.pre(!isImageKey(text));
        expect(() => thumbnailKey(text, 160)).toThrow(ImageKeyError);
      }),
    );
  });
});
