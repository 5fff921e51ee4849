import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeIdentityMark, encodeIdentityMark, isSyncCell } from "./mark-code.ts";

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe("encodeIdentityMark", () => {
  test("gives every key back, as text and as bytes", () => {
    fc.assert(
      fc.property(bytes, (key) => {
        const hex = Buffer.from(key).toString("hex");
        expect(decodeIdentityMark(encodeIdentityMark(key).cells)).toBe(hex);
        expect(encodeIdentityMark(hex)).toEqual(encodeIdentityMark(key));
      }),
    );
  });

  test("no key survives up to three changed cells unnoticed", () => {
    const cell = fc.integer({ min: 0, max: 127 }).filter((index) => !isSyncCell(index));
    fc.assert(
      fc.property(bytes, fc.uniqueArray(cell, { minLength: 1, maxLength: 3 }), (key, changed) => {
        const { cells } = encodeIdentityMark(key);
        for (const index of changed) cells[index] = 1 - (cells[index] ?? 0);
        expect(decodeIdentityMark(cells)).toBeNull();
      }),
    );
  });

  test("has light and dark cells for every key, also for the plainest", () => {
    for (const key of ["0000000000000000", "ffffffffffffffff", "aaaaaaaaaaaaaaaa"]) {
      const light = encodeIdentityMark(key).cells.reduce((sum, value) => sum + value, 0);
      expect(light).toBeGreaterThan(40);
      expect(light).toBeLessThan(88);
    }
  });

  test.each(["", "0123", "0123456789ABCDEF", "0123456789abcdeg", "0123456789abcdef0"])(
    "refuses the key '%s'",
    (key) => {
      expect(() => encodeIdentityMark(key)).toThrow(RangeError);
    },
  );

  test("refuses bytes of another length", () => {
    expect(() => encodeIdentityMark(new Uint8Array(7))).toThrow(RangeError);
  });
});
