import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalFrom } from "../../test/normal-from.ts";
import { seededRandom } from "../statistics/seeded-random.ts";
import { signTest } from "../statistics/sign-test.ts";
import type { CellOutcome, ExperimentCell, ExperimentFigures, ExperimentVote } from "./experiment-figures.ts";
import { judgeExperiment, type ExperimentVerdict, type Side } from "./judge-experiment.ts";

const drawing = { seed: 7, resamples: 100 };

function scored(
  likeness: number,
  naturalness: number,
  smile = 0.3,
  modelVersion = "networks-1",
): CellOutcome {
  return {
    kind: "scored",
    likeness,
    naturalness,
    smile,
    measuredWith: { modelVersion, calibration: "drawings-1" },
  };
}

function cell(pair: number, arm: number, outcome: CellOutcome, seconds: number | null = null) {
  return { pair, arm, outcome, seconds } satisfies ExperimentCell;
}

/** So many pairs of two arms, each made by a function of the pair. */
function twoArms(
  pairs: number,
  first: (pair: number) => CellOutcome,
  second: (pair: number) => CellOutcome,
): ExperimentCell[] {
  return Array.from({ length: pairs }, (_, pair) => [
    cell(pair, 0, first(pair)),
    cell(pair, 1, second(pair)),
  ]).flat();
}

function figures(cells: readonly ExperimentCell[], votes: readonly ExperimentVote[] = []): ExperimentFigures {
  return { comparisons: [[0, 1]], cells, votes };
}

function onlyOf(verdict: ExperimentVerdict) {
  const [comparison] = verdict.comparisons;
  if (comparison === undefined) throw new Error("Nothing was compared");
  return comparison;
}

const votesFor = (choice: ExperimentVote["choice"], count: number): ExperimentVote[] =>
  Array.from({ length: count }, () => ({ first: 0, second: 1, choice }));

/** A figure between 0 and 1 that differs from pair to pair. */
const level = (pair: number): number => 0.5 + ((pair * 37) % 100) / 1000;

/** A whole experiment of four arms without any difference between them, or with one arm better by so much. */
function simulated(random: () => number, pairs: number, better: { arm: number; by: number } | null) {
  const cells = Array.from({ length: pairs }, (_, pair) =>
    [0, 1, 2, 3].map((arm) => {
      const gain = better?.arm === arm ? better.by : 0;
      // Differences of two arms have a standard deviation of one unit: each arm brings half of the variance.
      const figure = () => 50 + normalFrom(random) * Math.SQRT1_2;
      return cell(pair, arm, scored(figure() + gain, figure() + gain, figure()), 4 + random());
    }),
  ).flat();
  const votes = Array.from({ length: pairs }, (): ExperimentVote => ({
    first: 0,
    second: 1,
    choice: random() < 0.5 ? "first" : "second",
  }));
  const comparisons = [
    [1, 0],
    [2, 0],
    [2, 1],
    [1, 3],
  ] as const;
  return judgeExperiment({ comparisons, cells, votes }, { seed: 1, resamples: 20 });
}

describe("simulated experiments of four arms", () => {
  test("without a difference name a winner in at most five of a hundred, all comparisons together", () => {
    const random = seededRandom(11);
    const experiments = 600;
    let named = 0;
    for (let index = 0; index < experiments; index += 1) {
      const { comparisons } = simulated(random, 16, null);
      if (comparisons.some(({ outcome }) => !["no-clear-difference", "not-measured"].includes(outcome.kind)))
        named += 1;
    }
    expect(named / experiments).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / experiments));
    // A rule that never names anybody would pass as well.
    expect(named).toBeGreaterThan(0);
  });

  test("find an arm that is better by 1.5 standard deviations with 24 pairs in four of five, and no other", () => {
    const random = seededRandom(5);
    const winners = Array.from({ length: 100 }, () => simulated(random, 24, { arm: 1, by: 1.5 }).winner);
    expect(winners.filter((arm) => arm === 1).length).toBeGreaterThanOrEqual(80);
    expect(winners.filter((arm) => arm !== 1 && arm !== null)).toEqual([]);
  });
});

describe("the rule that names an arm", () => {
  const better = (pair: number): CellOutcome => scored(level(pair), level(pair) + 0.2 + pair / 500);
  const plain = (pair: number): CellOutcome => scored(level(pair), level(pair));

  test("names one that is more natural and was shown to look no less like the person", () => {
    const verdict = judgeExperiment(figures(twoArms(16, better, plain)), drawing);
    expect(onlyOf(verdict).outcome).toEqual({ kind: "winner", side: "first", by: ["naturalness"] });
    expect(verdict.winner).toBe(0);
  });

  test("names nobody for naturalness whose likeness may have suffered", () => {
    const paid = (pair: number): CellOutcome =>
      scored(level(pair) + (pair % 2 === 0 ? 0.3 : -0.3), level(pair) + 0.2 + pair / 500);
    const verdict = judgeExperiment(figures(twoArms(16, paid, plain)), drawing);
    expect(onlyOf(verdict).outcome).toEqual({ kind: "at-a-price", side: "first", by: "naturalness" });
    expect(verdict.winner).toBeNull();
  });

  test("says that one is more like the person and the other more natural, and names neither", () => {
    const natural = (pair: number): CellOutcome => scored(level(pair), level(pair) + 0.3 + pair / 500);
    const alike = (pair: number): CellOutcome => scored(level(pair) + 0.3 + pair / 500, level(pair));
    const { outcome } = onlyOf(judgeExperiment(figures(twoArms(16, natural, alike)), drawing));
    expect(outcome).toEqual({ kind: "trade-off", likeness: "second", naturalness: "first" });
  });

  test("names nobody where the votes say the opposite of what was measured", () => {
    const { outcome } = onlyOf(
      judgeExperiment(figures(twoArms(16, better, plain), votesFor("second", 16)), drawing),
    );
    expect(outcome).toEqual({ kind: "at-odds", measured: "first", voted: "second" });
  });

  test("counts a face that is not there as worst, and never leaves it out", () => {
    const faceless = (pair: number): CellOutcome => (pair < 12 ? { kind: "worst" } : plain(pair));
    const { measures, outcome } = onlyOf(judgeExperiment(figures(twoArms(16, faceless, plain)), drawing));
    expect(measures.likeness).toMatchObject({ n: 16, leftOut: 0, worst: [12, 0], better: "second" });
    expect(outcome).toMatchObject({ kind: "winner", side: "second" });
  });

  test("leaves out what nothing is known of, and says how many", () => {
    const unknown = (pair: number): CellOutcome => (pair < 5 ? { kind: "unscored" } : plain(pair));
    const { measures } = onlyOf(judgeExperiment(figures(twoArms(16, unknown, plain)), drawing));
    expect(measures.naturalness).toMatchObject({ n: 11, leftOut: 5 });
  });

  test("never holds figures of different networks against each other", () => {
    const other = (pair: number): CellOutcome =>
      pair < 4 ? scored(0.9, 0.9, 0.3, "networks-2") : plain(pair);
    const verdict = judgeExperiment(figures(twoArms(16, other, plain)), drawing);
    expect(verdict.measuredWith).toEqual({ modelVersion: "networks-1", calibration: "drawings-1" });
    expect(onlyOf(verdict).measures.likeness).toMatchObject({ n: 12, leftOut: 4 });
  });

  test("lets the votes alone decide where nothing can be measured, and says that nothing was", () => {
    const unknown = (): CellOutcome => ({ kind: "unscored" });
    const cells = twoArms(14, unknown, unknown);
    expect(onlyOf(judgeExperiment(figures(cells), drawing)).outcome).toEqual({ kind: "not-measured" });
    const voted = onlyOf(judgeExperiment(figures(cells, votesFor("second", 14)), drawing));
    expect(voted.measures.likeness).toEqual({ compared: false, reason: "no-scores", leftOut: 14 });
    expect(voted.outcome).toEqual({ kind: "winner", side: "second", by: ["votes"] });
  });

  test("names nobody from fewer than twelve pairs or votes, and says how many more it takes", () => {
    const few = judgeExperiment(figures(twoArms(8, better, plain), votesFor("first", 8)), drawing);
    // Twelve would do for one question; for four at once Noether's estimate is 15.
    expect(onlyOf(few).outcome).toEqual({ kind: "no-clear-difference", morePairs: 7 });
    const alike = judgeExperiment(figures(twoArms(8, plain, plain)), drawing);
    expect(onlyOf(alike).outcome).toEqual({ kind: "no-clear-difference", morePairs: 4 });
  });
});

test("equally fast means shown to take no more than a tenth longer", () => {
  const speedOf = (factor: number) => {
    const cells = Array.from({ length: 16 }, (_, pair) => [
      cell(pair, 0, scored(0.5, 0.5), factor * (4 + (pair % 5) / 100)),
      cell(pair, 1, scored(0.5, 0.5), 4 + (pair % 3) / 100),
    ]).flat();
    return onlyOf(judgeExperiment(figures(cells), drawing)).speed;
  };
  expect(speedOf(1.02)).toMatchObject({ verdict: "not-inferior", n: 16 });
  expect(speedOf(1.4)).toMatchObject({ verdict: "not-shown" });
  expect(
    onlyOf(
      judgeExperiment(
        figures(
          twoArms(
            3,
            () => scored(1, 1),
            () => scored(1, 1),
          ),
        ),
        drawing,
      ),
    ).speed,
  ).toBe(null);
});

test("the sign test is the binomial's, with Wilson's interval", () => {
  // 2 (1 + 12 + 66) / 4096, and Wilson's formula by hand: 0.75250 ± 0.20053
  const found = signTest(10, 2);
  expect(found.p).toBeCloseTo((2 * 79) / 4096, 12);
  expect(found.interval[0]).toBeCloseTo(0.55197, 4);
  expect(found.interval[1]).toBeCloseTo(0.95303, 4);
  expect(signTest(6, 6).p).toBe(1);
  expect(signTest(0, 0)).toMatchObject({ decided: 0, p: 1, interval: [0, 1] });
});

const outcomes = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
      .map(([a, b, c]) => scored(a / 100, b / 100, c / 100)),
  },
  { weight: 1, arbitrary: fc.constant<CellOutcome>({ kind: "worst" }) },
  { weight: 1, arbitrary: fc.constant<CellOutcome>({ kind: "unscored" }) },
);
const cells = fc
  .array(
    fc.tuple(outcomes, outcomes, fc.integer({ min: 300, max: 600 }), fc.integer({ min: 300, max: 600 })),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((pairs) =>
    pairs.flatMap(([first, second, one, other], pair) => [
      cell(pair, 0, first, one / 100),
      cell(pair, 1, second, other / 100),
    ]),
  );
const votes = fc.array(
  fc.record({
    first: fc.constant(0),
    second: fc.constant(1),
    choice: fc.constantFrom("first" as const, "second" as const, "neither" as const),
  }),
  { maxLength: 20 },
);

const turned = (side: Side | null): Side | null =>
  side === null ? null : side === "first" ? "second" : "first";

const sideOf = ({ outcome }: ReturnType<typeof onlyOf>): Side | null =>
  outcome.kind === "winner" ? outcome.side : null;

test("exchanging the arms exchanges them in the verdict and changes nothing else", () => {
  fc.assert(
    fc.property(cells, votes, (drawn, cast) => {
      const there = onlyOf(judgeExperiment(figures(drawn, cast), drawing));
      const relabelled = drawn.map((one) => ({ ...one, arm: 1 - one.arm }));
      const recast = cast.map((vote) => ({ ...vote, first: 1, second: 0 }));
      const back = onlyOf(judgeExperiment(figures(relabelled, recast), drawing));
      expect(back.outcome.kind).toBe(there.outcome.kind);
      expect(sideOf(back)).toBe(turned(sideOf(there)));
      for (const measure of ["likeness", "naturalness", "smile"] as const) {
        const [one, other] = [there.measures[measure], back.measures[measure]];
        expect(other.compared).toBe(one.compared);
        if (!one.compared || !other.compared) continue;
        expect(other.better).toBe(turned(one.better));
        expect(other.adjustedP).toBeCloseTo(one.adjustedP, 10);
        expect(other.medianDifference).toBeCloseTo(-one.medianDifference, 10);
        expect(other.interval[0]).toBeCloseTo(-one.interval[1], 6);
      }
      expect(back.votes.better).toBe(turned(there.votes.better));
    }),
    { numRuns: 60 },
  );
});

test("the order in which portraits and votes come does not matter", () => {
  const shuffled = fc.tuple(cells, votes).chain(([drawn, cast]) =>
    fc.record({
      drawn: fc.constant(drawn),
      cast: fc.constant(cast),
      reordered: fc.shuffledSubarray(drawn, { minLength: drawn.length }),
      recast: fc.shuffledSubarray(cast, { minLength: cast.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ drawn, cast, reordered, recast }) => {
      expect(judgeExperiment(figures(reordered, recast), drawing)).toEqual(
        judgeExperiment(figures(drawn, cast), drawing),
      );
    }),
    { numRuns: 60 },
  );
});
