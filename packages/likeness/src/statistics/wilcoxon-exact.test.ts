import fc from "fast-check";
import { expect, test } from "vitest";
import { normalFrom } from "../../test/normal-from.ts";
import { seededRandom } from "./seeded-random.ts";
import { normalBelow, normalQuantile } from "./normal-distribution.ts";
import { wilcoxonExact } from "./wilcoxon-exact.ts";

/** Differences 1 … n of which some, together of the given rank sum, are negative. */
function differencesWith(n: number, negativeRankSum: number): number[] {
  let rest = negativeRankSum;
  const falling = Array.from({ length: n }, (_, index) => n - index);
  return falling.map((rank) => {
    if (rank > rest) return rank;
    rest -= rank;
    return -rank;
  });
}

/** Two-sided p by counting every sign pattern of the mid-ranks. */
function pByCounting(differences: readonly number[]): number {
  const sizes = differences.filter((difference) => difference !== 0).map(Math.abs);
  const ranks = sizes.map(
    (size) =>
      sizes.filter((other) => other < size).length + (sizes.filter((other) => other === size).length + 1) / 2,
  );
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const signs = differences.filter((difference) => difference !== 0);
  const positive = ranks.reduce((sum, rank, index) => sum + ((signs[index] ?? 0) > 0 ? rank : 0), 0);
  const distance = Math.abs(positive - total / 2);
  let asFar = 0;
  for (let pattern = 0; pattern < 2 ** ranks.length; pattern += 1) {
    const sum = ranks.reduce((part, rank, index) => part + ((pattern >> index) & 1 ? rank : 0), 0);
    if (Math.abs(sum - total / 2) >= distance) asFar += 1;
  }
  return asFar / 2 ** ranks.length;
}

// The critical values that statistics books print for the smaller rank sum, two-sided.
const printed: readonly { level: number; from: number; critical: readonly number[] }[] = [
  {
    level: 0.05,
    from: 6,
    critical: [0, 2, 3, 5, 8, 10, 13, 17, 21, 25, 29, 34, 40, 46, 52, 58, 65, 73, 81, 89],
  },
  { level: 0.01, from: 8, critical: [0, 1, 3, 5, 7, 9, 12, 15, 19, 23, 27, 32, 37, 42, 48, 54, 61, 68] },
];

test.each(printed)("agrees with the printed critical values at $level", ({ level, from, critical }) => {
  for (const [index, rankSum] of critical.entries()) {
    expect(wilcoxonExact(differencesWith(from + index, rankSum)).p).toBeLessThanOrEqual(level);
    expect(wilcoxonExact(differencesWith(from + index, rankSum + 1)).p).toBeGreaterThan(level);
  }
});

test("equals the count over all sign patterns, with ties and zeros, up to ten differences", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 10 }), (differences) => {
      expect(wilcoxonExact(differences).p).toBeCloseTo(pByCounting(differences), 12);
    }),
    { numRuns: 100 },
  );
});

test("drops zeros before ranking and shares the ranks of equal sizes", () => {
  expect(wilcoxonExact([0, 2, -2, 5, 0])).toEqual({
    ranked: 3,
    positiveRankSum: 4.5,
    negativeRankSum: 1.5,
    p: 0.75,
    method: "exact",
  });
  expect(wilcoxonExact([0, 0]).p).toBe(1);
});

test("swapping the signs keeps p and swaps the rank sums", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 70 }), (differences) => {
      const test1 = wilcoxonExact(differences);
      const test2 = wilcoxonExact(differences.map((difference) => -difference));
      expect(test2.p).toBeCloseTo(test1.p, 12);
      expect(test2.positiveRankSum).toBe(test1.negativeRankSum);
    }),
  );
});

test("the normal approximation takes over without a jump", () => {
  const random = seededRandom(5);
  const fifty = Array.from({ length: 50 }, () => normalFrom(random) + 0.3);
  const exact = wilcoxonExact(fifty);
  const normal = wilcoxonExact([...fifty, 1e-9]);
  expect([exact.method, normal.method]).toEqual(["exact", "normal"]);
  expect(Math.abs(exact.p - normal.p)).toBeLessThan(0.005);
});

test("the normal distribution has its textbook values", () => {
  expect(normalBelow(1)).toBeCloseTo(0.8413447460685429, 14);
  expect(normalBelow(-1.959963984540054)).toBeCloseTo(0.025, 14);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect([normalBelow(-9), normalBelow(0), normalBelow(9)]).toEqual([0, 0.5, 1]);
});
