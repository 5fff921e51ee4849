import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testKey } from "../../test/test-keyring.ts";
import { createKeyring, SealedBytesError } from "./keyring.ts";
import { formatKey, parseKeys } from "./parse-keys.ts";

const older = testKey("older", 1);
const newer = testKey("newer", 2);
const bytes = fc.uint8Array({ maxLength: 600 });

describe("a keyring", () => {
  test("opens what it encrypted, byte for byte, and never says the same thing twice alike", () => {
    const keyring = createKeyring([newer]);
    fc.assert(
      fc.property(bytes, fc.string(), (plain, place) => {
        const sealed = keyring.encrypt("embeddings", place, plain);
        expect(new Uint8Array(keyring.decrypt("embeddings", place, sealed))).toEqual(plain);
        expect(keyring.encrypt("embeddings", place, plain)).not.toBe(sealed);
      }),
    );
  });

  test("opens nothing that was altered in any one bit", () => {
    const keyring = createKeyring([newer]);
    fc.assert(
      fc.property(bytes, fc.nat(), fc.nat(7), (plain, where, bit) => {
        const sealed = Buffer.from(keyring.encrypt("embeddings", "here", plain), "base64url");
        const index = where % sealed.length;
        sealed[index] = (sealed[index] ?? 0) ^ (1 << bit);
        expect(() => keyring.decrypt("embeddings", "here", sealed.toString("base64url"))).toThrow(
          SealedBytesError,
        );
      }),
    );
  });

  test("opens nothing that something was written behind", () => {
    const keyring = createKeyring([newer]);
    fc.assert(
      fc.property(bytes, fc.constantFrom("a", "aa", "=", "!"), (plain, more) => {
        const sealed = keyring.encrypt("embeddings", "here", plain);
        expect(() => keyring.decrypt("embeddings", "here", `${sealed}${more}`)).toThrow(SealedBytesError);
      }),
    );
  });

  test("opens nothing that was encrypted for another place or another purpose", () => {
    const keyring = createKeyring([newer]);
    const sealed = keyring.encrypt("embeddings", "ada", Buffer.from("face"));
    expect(() => keyring.decrypt("embeddings", "grace", sealed)).toThrow(SealedBytesError);
    expect(() => keyring.decrypt("pseudonyms", "ada", sealed)).toThrow(SealedBytesError);
  });

  test("encrypts with the newest key and opens with every one, until it is taken out", () => {
    const before = createKeyring([older]);
    const both = createKeyring([newer, older]);
    const after = createKeyring([newer]);
    const sealed = before.encrypt("embeddings", "here", Buffer.from("face"));
    expect(both.decrypt("embeddings", "here", sealed).toString()).toBe("face");
    expect(both.keyIdOf(sealed)).toBe("older");
    const again = both.encrypt("embeddings", "here", both.decrypt("embeddings", "here", sealed));
    expect(both.keyIdOf(again)).toBe("newer");
    expect(after.decrypt("embeddings", "here", again).toString()).toBe("face");
    expect(() => after.decrypt("embeddings", "here", sealed)).toThrow("The key older is not among");
  });

  test("knows its own seals, and says when it cannot know", () => {
    const both = createKeyring([newer, older]);
    const seal = createKeyring([older]).seal("isolation seal", "head");
    expect(both.check("isolation seal", "head", seal)).toBe("ours");
    expect(both.check("isolation seal", "another head", seal)).toBe("not-ours");
    expect(both.check("pseudonyms", "head", seal)).toBe("not-ours");
    for (const tag of ["ab", `${seal.tag}a`, seal.tag.toUpperCase()])
      expect(both.check("isolation seal", "head", { ...seal, tag })).toBe("not-ours");
    expect(createKeyring([newer]).check("isolation seal", "head", seal)).toBe("unknown-key");
  });
});

describe("the setting for keys", () => {
  test("reads what was written, newest first", () => {
    const read = parseKeys([newer, older].map(formatKey).join(", "));
    expect(read).toMatchObject({ ok: true, keys: [{ id: "newer" }, { id: "older" }] });
    expect(read.ok && createKeyring(read.keys).newestKeyId).toBe("newer");
  });

  test.each([
    ["nothing", "", "key 1"],
    ["a key without a name", formatKey(newer).slice(6), "key 1"],
    ["a key that is too short", `${formatKey(newer)},short:AAAA`, "key 2"],
    ["a name that stands twice", `${formatKey(newer)},${formatKey(newer)}`, "newer"],
  ])("refuses %s and says which", (_what, text, named) => {
    expect(parseKeys(text)).toMatchObject({ ok: false, why: expect.stringContaining(named) });
  });
});
