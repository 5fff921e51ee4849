import {
  comparePaired,
  fewestPairsForWinner,
  type ComparisonRefusal,
  type PairedComparison,
} from "../statistics/compare-paired.ts";
import { holm } from "../statistics/holm.ts";
import { median } from "../statistics/median.ts";
import { likenessMargin, nonInferiority, type NonInferiority } from "../statistics/non-inferiority.ts";
import { pairsNeeded } from "../statistics/pairs-needed.ts";
import { seededRandom } from "../statistics/seeded-random.ts";
import { signTest, type SignTest } from "../statistics/sign-test.ts";
import {
  scoredMeasures,
  type ExperimentCell,
  type ExperimentFigures,
  type ExperimentVote,
  type ScoredMeasure,
} from "./experiment-figures.ts";
import { pairCells, pairScores, prevailingMeasure, type ScoredPair } from "./pair-scores.ts";
import { settleComparison, type ComparisonOutcome } from "./settle-comparison.ts";
import type { MeasuredWith } from "../measured-with.ts";

/** The level at which all questions of one experiment together are decided. */
export const decisionLevel = 0.05;

/** How much longer an arm may take and still count as equally fast: a tenth of what the other takes. */
export const speedMargin = 0.1;

/** Which of the two arms of a comparison. */
export type Side = "first" | "second";

/** Two arms in one measure. Differences are the first arm less the second. */
export interface MeasureComparison extends Omit<PairedComparison, "compared" | "verdict"> {
  readonly compared: true;
  readonly pairs: readonly ScoredPair[];
  /** Pairs that could not be taken: nothing measured there, or with other networks. */
  readonly leftOut: number;
  /** How many portraits of each arm counted as worst. */
  readonly worst: readonly [first: number, second: number];
  /** Holm's, over every question asked of the experiment. */
  readonly adjustedP: number;
  /** Which arm is clearly better; null when neither is. */
  readonly better: Side | null;
  /** Whether either arm was shown to lose no more than the margin against the other; likeness and naturalness alone. */
  readonly notInferior: Readonly<Record<Side, boolean>>;
}

/** Why two arms were not compared in a measure. */
export interface MeasureRefusal {
  readonly compared: false;
  readonly reason: "no-scores" | ComparisonRefusal["reason"];
  readonly leftOut: number;
}

/** Whether the first arm is as fast as the second. */
export interface SpeedComparison extends NonInferiority {
  readonly n: number;
  /** Median seconds of each arm. */
  readonly medians: readonly [first: number, second: number];
  readonly medianDifference: number;
  readonly interval: readonly [low: number, high: number];
}

/** The blind votes between two arms. */
export interface VoteComparison extends SignTest {
  readonly first: number;
  readonly second: number;
  readonly neither: number;
  readonly adjustedP: number;
  readonly better: Side | null;
}

/** Two arms of an experiment, in everything that was measured. */
export interface ArmComparison {
  readonly arms: readonly [first: number, second: number];
  readonly measures: Readonly<Record<ScoredMeasure, MeasureComparison | MeasureRefusal>>;
  /** Null while no pair has both times. */
  readonly speed: SpeedComparison | null;
  readonly votes: VoteComparison;
  readonly outcome: ComparisonOutcome;
}

/** What an experiment says. */
export interface ExperimentVerdict {
  readonly comparisons: readonly ArmComparison[];
  /** The one arm that wins a comparison and loses none; null when there is none, or more than one. */
  readonly winner: number | null;
  /** What made the figures that are compared; null when none was made. */
  readonly measuredWith: MeasuredWith | null;
  /** How many questions share the level. */
  readonly questions: number;
}

const rules: Readonly<Record<ScoredMeasure, { higherIsBetter: boolean; worst: number }>> = {
  likeness: { higherIsBetter: true, worst: 0 },
  naturalness: { higherIsBetter: true, worst: 0 },
  // A calmer mouth is what the presets were tuned for; a face that is not there smiles as falsely as can be.
  smile: { higherIsBetter: false, worst: 1 },
};

/**
 * Judges an experiment: arms are compared pair by pair, every question shares one level by Holm, and an arm is named
 * only where the settled rule of `settleComparison` names it. The same figures give the same verdict, in whatever
 * order they come; exchanging two arms exchanges them in the verdict.
 *
 * @param seed draws the intervals
 * @example judgeExperiment({ comparisons: [[1, 0]], cells, votes: [] }, { seed: 7 }).winner
 */
export function judgeExperiment(
  { comparisons, cells, votes }: ExperimentFigures,
  { seed, resamples }: { readonly seed: number; readonly resamples?: number },
): ExperimentVerdict {
  const measuredWith = prevailingMeasure(cells);
  const drawing = { seed, ...(resamples === undefined ? {} : { resamples }) };
  const raw = comparisons.map((arms) => {
    const paired = pairCells(cells, arms);
    const measures = scoredMeasures.map((measure) => compareMeasure(paired, measure, measuredWith, drawing));
    return { arms, paired, measures, votes: countVotes(votes, arms) };
  });
  const ps = raw.flatMap(({ measures, votes: counted }) => [
    ...measures.flatMap((found) => (found.compared ? [found.p] : [])),
    ...(counted.decided > 0 ? [counted.p] : []),
  ]);
  const adjusted = holm(ps);
  let place = 0;
  const nextAdjusted = (): number => adjusted[place++] ?? 1;
  const judged = raw.map(({ arms, paired, measures, votes: counted }): ArmComparison => {
    const [likeness, naturalness, smile] = measures.map((found, index) =>
      found.compared
        ? decideMeasure(found, scoredMeasures[index] ?? "likeness", nextAdjusted(), ps.length)
        : found,
    );
    const voteP = counted.decided > 0 ? nextAdjusted() : 1;
    const voted: VoteComparison = { ...counted, adjustedP: voteP, better: betterVoted(counted, voteP) };
    if (likeness === undefined || naturalness === undefined || smile === undefined)
      throw new Error("Every measure was compared, and one is not there");
    const decided = { likeness, naturalness, smile };
    return {
      arms,
      measures: decided,
      speed: compareSpeed(paired, drawing),
      votes: voted,
      outcome: settleComparison({ likeness, naturalness, votes: voted, pairs: paired.length }),
    };
  });
  return { comparisons: judged, winner: winnerOf(judged), measuredWith, questions: ps.length };
}

interface Drawing {
  readonly seed: number;
  readonly resamples?: number;
}

type RawComparison = PairedComparison & {
  readonly pairs: readonly ScoredPair[];
  readonly leftOut: number;
};

function compareMeasure(
  paired: readonly (readonly [ExperimentCell, ExperimentCell])[],
  measure: ScoredMeasure,
  measuredWith: MeasuredWith | null,
  { seed, ...drawing }: Drawing,
): RawComparison | MeasureRefusal {
  if (measuredWith === null) return { compared: false, reason: "no-scores", leftOut: paired.length };
  const { pairs, leftOut } = pairScores(paired, measure, measuredWith);
  const series = (side: Side) => ({ values: pairs.map((pair) => pair[side]), measuredWith });
  const comparison = comparePaired(series("first"), series("second"), {
    ...rules[measure],
    // One source for each question: its interval depends on its own pairs alone.
    random: seededRandom(seed),
    ...drawing,
  });
  return comparison.compared ? { ...comparison, pairs, leftOut } : { ...comparison, leftOut };
}

function decideMeasure(
  { verdict, ...comparison }: RawComparison,
  measure: ScoredMeasure,
  adjustedP: number,
  questions: number,
): MeasureComparison {
  const { higherIsBetter, worst } = rules[measure];
  const clear = adjustedP <= decisionLevel && verdict !== "no-clear-difference";
  const differences = comparison.pairs.map(({ first, second }) => (first ?? worst) - (second ?? worst));
  const estimate = pairsNeeded(differences, decisionLevel / Math.max(1, questions));
  const mirrored: PairedComparison = {
    ...comparison,
    verdict,
    interval: [-comparison.interval[1], -comparison.interval[0]],
  };
  const rule = { margin: likenessMargin, higherIsBetter };
  return {
    ...comparison,
    adjustedP,
    better: clear ? (verdict === "a" ? "first" : "second") : null,
    worst: [
      comparison.pairs.filter(({ first }) => first === null).length,
      comparison.pairs.filter(({ second }) => second === null).length,
    ],
    notInferior: {
      first: nonInferiority({ ...comparison, verdict }, rule).verdict === "not-inferior",
      second: nonInferiority(mirrored, rule).verdict === "not-inferior",
    },
    pairsNeeded:
      estimate === null ? null : Math.max(estimate, fewestPairsForWinner, clear ? 0 : comparison.n + 1),
  };
}

function compareSpeed(
  paired: readonly (readonly [ExperimentCell, ExperimentCell])[],
  { seed, ...drawing }: Drawing,
): SpeedComparison | null {
  const timed = paired.flatMap(([first, second]) =>
    first.seconds === null || second.seconds === null ? [] : [[first.seconds, second.seconds] as const],
  );
  const [ofFirst, ofSecond] = [timed.map(([seconds]) => seconds), timed.map(([, seconds]) => seconds)];
  const series = (values: readonly number[]) => ({ values, measuredWith: null });
  const rule = { higherIsBetter: false, worst: 0, random: seededRandom(seed), ...drawing };
  const comparison = comparePaired(series(ofFirst), series(ofSecond), rule);
  if (!comparison.compared) return null;
  const { n, medianDifference, interval } = comparison;
  const margin = speedMargin * median(ofSecond);
  return {
    ...nonInferiority(comparison, { margin, higherIsBetter: false }),
    n,
    medians: [median(ofFirst), median(ofSecond)],
    medianDifference,
    interval,
  };
}

function countVotes(
  votes: readonly ExperimentVote[],
  [first, second]: readonly [number, number],
): SignTest & { readonly first: number; readonly second: number; readonly neither: number } {
  const counts = { first: 0, second: 0, neither: 0 };
  for (const vote of votes) {
    const isSame = vote.first === first && vote.second === second;
    const isTurned = vote.first === second && vote.second === first;
    if (!isSame && !isTurned) continue;
    if (vote.choice === "neither") counts.neither += 1;
    else counts[(vote.choice === "first") === isSame ? "first" : "second"] += 1;
  }
  return { ...counts, ...signTest(counts.first, counts.second) };
}

function betterVoted(
  { first, second, decided }: { first: number; second: number; decided: number },
  adjustedP: number,
): Side | null {
  if (decided < fewestPairsForWinner || adjustedP > decisionLevel) return null;
  return first > second ? "first" : "second";
}

function winnerOf(comparisons: readonly ArmComparison[]): number | null {
  const won = new Set<number>();
  const lost = new Set<number>();
  for (const { arms, outcome } of comparisons) {
    if (outcome.kind !== "winner") continue;
    const [first, second] = arms;
    won.add(outcome.side === "first" ? first : second);
    lost.add(outcome.side === "first" ? second : first);
  }
  const unbeaten = [...won].filter((arm) => !lost.has(arm));
  const [only] = unbeaten;
  return unbeaten.length === 1 && only !== undefined ? only : null;
}
