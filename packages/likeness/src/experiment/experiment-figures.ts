import type { MeasuredWith } from "../measured-with.ts";

/** What was measured in one portrait, or why there is nothing. */
export type CellOutcome =
  | {
      readonly kind: "scored";
      readonly likeness: number;
      readonly naturalness: number;
      readonly smile: number;
      readonly measuredWith: MeasuredWith;
    }
  /** There is no picture, or no face in it that could be measured: it counts as worst. */
  | { readonly kind: "worst" }
  /** Nothing is known through no fault of the picture: the pair is left out of that measure, and counted. */
  | { readonly kind: "unscored" };

/** One portrait of an experiment: an arm, on one pair of brief and seed. */
export interface ExperimentCell {
  readonly pair: number;
  readonly arm: number;
  readonly outcome: CellOutcome;
  /** How long the provider worked, in seconds; null where it has not said. */
  readonly seconds: number | null;
}

/** One blind vote between two arms. */
export interface ExperimentVote {
  readonly first: number;
  readonly second: number;
  readonly choice: "first" | "second" | "neither";
}

/** Everything an experiment has come to so far. */
export interface ExperimentFigures {
  /** Which arms are held against which, by number; the second is the one that the first is held against. */
  readonly comparisons: readonly (readonly [first: number, second: number])[];
  /** Portraits that have ended; one that is under way is no part of it. */
  readonly cells: readonly ExperimentCell[];
  readonly votes: readonly ExperimentVote[];
}

/** What portraits are scored by. */
export const scoredMeasures = ["likeness", "naturalness", "smile"] as const;
export type ScoredMeasure = (typeof scoredMeasures)[number];
