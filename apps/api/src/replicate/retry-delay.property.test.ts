import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retryDelayMs } from "./retry-delay.ts";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("retryDelayMs", () => {
  it("spreads over the whole of a doubling interval that ends at eight seconds", () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((attempt) => retryDelayMs(attempt, null, () => 0.999_999))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
    ]);
    expect(retryDelayMs(3, null, () => 0)).toBe(0);
  });

  it("never comes before the time that was asked for, nor much later", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 3_600_000 }),
        random,
        (n, askedMs, r) => {
          const delayMs = retryDelayMs(n, askedMs, () => r);
          return delayMs >= askedMs && delayMs <= askedMs + 4_000;
        },
      ),
    );
  });
});
