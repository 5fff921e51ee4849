import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalFrom } from "../../test/normal-from.ts";
import { seededRandom } from "./seeded-random.ts";
import {
  comparePaired,
  type ComparisonOptions,
  type PairedComparison,
  type PairedSeries,
} from "./compare-paired.ts";
import { holm } from "./holm.ts";
import { median } from "./median.ts";
import { medianDifference } from "./median-difference.ts";
import { nonInferiority } from "./non-inferiority.ts";
import { pairsNeeded } from "./pairs-needed.ts";

function series(values: readonly (number | null)[]): PairedSeries {
  return { values, measuredWith: { modelVersion: "networks-1", calibration: "photographs-1" } };
}

function options(changes: Partial<ComparisonOptions> = {}): ComparisonOptions {
  return { higherIsBetter: true, worst: 0, random: seededRandom(1), resamples: 200, ...changes };
}

function compared(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  changes = {},
): PairedComparison {
  const comparison = comparePaired(series(a), series(b), options(changes));
  if (!comparison.compared) throw new Error(comparison.reason);
  return comparison;
}

/** How often an arm that is better by `shift` standard deviations of the difference is named. */
function shareNamed(pairs: number, shift: number, experiments: number): { a: number; b: number } {
  const random = seededRandom(42);
  const verdicts = Array.from({ length: experiments }, () => {
    const differences = Array.from({ length: pairs }, () => normalFrom(random) + shift);
    return compared(
      differences,
      differences.map(() => 0),
      { random, resamples: 20 },
    ).verdict;
  });
  const shareOf = (wanted: string): number =>
    verdicts.filter((verdict) => verdict === wanted).length / experiments;
  return { a: shareOf("a"), b: shareOf("b") };
}

describe("simulated experiments", () => {
  test("without a difference, twelve pairs name a winner in at most five of a hundred, counted exactly", () => {
    let named = 0;
    for (let pattern = 0; pattern < 4096; pattern += 1) {
      const differences = Array.from({ length: 12 }, (_, bit) => ((pattern >> bit) & 1 ? bit + 1 : -bit - 1));
      const zeros = differences.map(() => 0);
      if (compared(differences, zeros, { resamples: 1 }).verdict !== "no-clear-difference") named += 1;
    }
    expect(named / 4096).toBeLessThanOrEqual(0.05);
    expect(named / 4096).toBeGreaterThan(0.03);
  });

  test.each([12, 16, 24])(
    "without a difference, %i normal pairs do no worse, within the drawing's error",
    (pairs) => {
      const experiments = 2000;
      const named = shareNamed(pairs, 0, experiments);
      const standardError = Math.sqrt((0.05 * 0.95) / experiments);
      expect(named.a + named.b).toBeLessThanOrEqual(0.05 + 2 * standardError);
      expect(named.a + named.b).toBeGreaterThan(0.03);
    },
  );

  test.each([
    [12, 1.2, 0.93],
    [16, 0.8, 0.78],
    [24, 0.8, 0.92],
  ])("%i pairs find a difference of %d standard deviations in more than %d", (pairs, shift, power) => {
    const named = shareNamed(pairs, shift, 400);
    expect(named.a).toBeGreaterThan(power);
    expect(named.b).toBe(0);
  });

  test("the estimate of the pairs needed is Noether's for normal differences", () => {
    const random = seededRandom(7);
    const differences = Array.from({ length: 800 }, () => normalFrom(random) + 0.8);
    // q = Φ(0.8 √2) = 0.871: 7.849 / (3 × 0.371²) = 19.0
    expect(pairsNeeded(differences)).toBeGreaterThanOrEqual(18);
    expect(pairsNeeded(differences)).toBeLessThanOrEqual(21);
    expect(pairsNeeded([1, 2, -1, 3, 2, -2, 1, 2])).toBe(29);
  });

  test("the interval of 24 pairs covers the true median in about nineteen of twenty", () => {
    const random = seededRandom(3);
    const covered = Array.from({ length: 300 }, () => {
      const { interval } = medianDifference(
        Array.from({ length: 24 }, () => normalFrom(random) + 0.5),
        { random, resamples: 300 },
      );
      return interval[0] <= 0.5 && 0.5 <= interval[1];
    });
    const share = covered.filter(Boolean).length / covered.length;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThanOrEqual(0.99);
  });
});

const twelve = Array.from({ length: 12 }, (_, index) => 0.5 + index / 100);
const betterTwelve = twelve.map((value, index) => value + 0.1 + index / 1000);

test("names the better of two arms, whichever way better goes", () => {
  expect(compared(betterTwelve, twelve).verdict).toBe("a");
  expect(compared(betterTwelve, twelve, { higherIsBetter: false }).verdict).toBe("b");
});

test("names no winner from fewer than twelve pairs, however clear, and says that twelve would do", () => {
  const { verdict, p, pairsNeeded: needed } = compared(betterTwelve.slice(1), twelve.slice(1));
  expect({ verdict, needed }).toEqual({ verdict: "no-clear-difference", needed: 12 });
  expect(p).toBeLessThan(0.001);
});

test("asks for more pairs than there were when these were not enough", () => {
  const values = [3, -1, 2, -2, 1, 4, -3, 2, 1, -1, 2, -2];
  const { verdict, pairsNeeded: needed } = compared(
    values,
    values.map(() => 0),
  );
  expect(verdict).toBe("no-clear-difference");
  expect(needed).toBeGreaterThan(12);
});

test("promises no number of pairs when nothing differs", () => {
  expect(compared(twelve, twelve)).toMatchObject({ p: 1, verdict: "no-clear-difference", pairsNeeded: null });
});

test("counts what could not be measured as worst, never leaves it out", () => {
  const undetected = twelve.map((value, index) => (index < 8 ? null : value));
  expect(compared(twelve, undetected)).toMatchObject({ n: 12, verdict: "a" });
  expect(compared([null, 0.5], [null, 0.5])).toMatchObject({ n: 2, medianDifference: 0 });
});

test("refuses what cannot be compared", () => {
  const other = {
    values: twelve,
    measuredWith: { modelVersion: "networks-2", calibration: "photographs-1" },
  };
  const reasonOf = (a: PairedSeries, b: PairedSeries): unknown => comparePaired(a, b, options());
  expect(reasonOf(series(twelve), other)).toEqual({ compared: false, reason: "different-measures" });
  expect(reasonOf(series(twelve), { ...other, measuredWith: null })).toMatchObject({
    reason: "different-measures",
  });
  expect(reasonOf(series(twelve), series([1]))).toEqual({ compared: false, reason: "different-lengths" });
  expect(reasonOf(series([]), series([]))).toEqual({ compared: false, reason: "no-pairs" });
  expect(reasonOf(series([Number.NaN]), series([1]))).toEqual({ compared: false, reason: "not-finite" });
});

test("swapping the arms negates the difference and its interval, and swaps the verdict", () => {
  const value = fc.integer({ min: 0, max: 1000 }).map((whole) => whole / 1000);
  const pairs = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(pairs, (drawn) => {
      const [a, b] = [drawn.map(([first]) => first), drawn.map(([, second]) => second)];
      const there = compared(a, b, { resamples: 100 });
      const back = compared(b, a, { resamples: 100 });
      expect(back.medianDifference).toBeCloseTo(-there.medianDifference, 9);
      expect(back.interval[0]).toBeCloseTo(-there.interval[1], 6);
      expect(back.interval[1]).toBeCloseTo(-there.interval[0], 6);
      expect(back.p).toBeCloseTo(there.p, 12);
      const swapped = { a: "b", b: "a", "no-clear-difference": "no-clear-difference" } as const;
      expect(back.verdict).toBe(swapped[there.verdict]);
    }),
    { numRuns: 60 },
  );
});

test("the interval holds the median and is the same for the same seed", () => {
  const once = compared(betterTwelve, twelve);
  expect(compared(betterTwelve, twelve)).toEqual(once);
  expect(once.interval[0]).toBeLessThanOrEqual(once.medianDifference);
  expect(once.interval[1]).toBeGreaterThanOrEqual(once.medianDifference);
});

test("no worse than a margin is shown by the worse end of the interval, from twelve pairs on", () => {
  const arms = compared(
    twelve.map((value, index) => value - 0.05 - index / 1000),
    twelve,
  );
  const rule = { margin: 0.1, higherIsBetter: true };
  expect(nonInferiority(arms, rule).verdict).toBe("not-inferior");
  expect(nonInferiority(arms, { ...rule, margin: 0.04 }).verdict).toBe("not-shown");
  expect(nonInferiority(arms, { margin: 0.01, higherIsBetter: false }).verdict).toBe("not-inferior");
  expect(nonInferiority({ ...arms, n: 11 }, rule).verdict).toBe("not-shown");
});

test("Holm's adjustment agrees with the worked example and keeps the order of the questions", () => {
  // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
  expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(6)))).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
});

test("the median is the middle, or between the two middle ones", () => {
  expect([median([3, 1, 2]), median([3, 1, 2, 10]), median([])]).toEqual([2, 2.5, Number.NaN]);
});
