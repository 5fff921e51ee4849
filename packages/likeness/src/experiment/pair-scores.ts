import { sameMeasure, type MeasuredWith } from "../measured-with.ts";
import type { CellOutcome, ExperimentCell, ScoredMeasure } from "./experiment-figures.ts";

/** The figures of two arms on one pair; null: worst. */
export interface ScoredPair {
  readonly pair: number;
  readonly first: number | null;
  readonly second: number | null;
}

/** The pairs of two arms in one measure, and how many could not be taken. */
export interface ScoredPairs {
  readonly pairs: readonly ScoredPair[];
  readonly leftOut: number;
}

/** The cells of two arms that have ended on the same pair, in the order of the pairs. */
export function pairCells(
  cells: readonly ExperimentCell[],
  [first, second]: readonly [number, number],
): (readonly [ExperimentCell, ExperimentCell])[] {
  const seconds = new Map(cells.filter(({ arm }) => arm === second).map((cell) => [cell.pair, cell]));
  return cells
    .filter(({ arm }) => arm === first)
    .toSorted((one, other) => one.pair - other.pair)
    .flatMap((cell) => {
      const other = seconds.get(cell.pair);
      return other === undefined ? [] : [[cell, other] as const];
    });
}

/** What most portraits of an experiment were measured with: only these figures stand beside each other. */
export function prevailingMeasure(cells: readonly ExperimentCell[]): MeasuredWith | null {
  const counts = new Map<string, { measuredWith: MeasuredWith; count: number }>();
  for (const { outcome } of cells) {
    if (outcome.kind !== "scored") continue;
    const { measuredWith } = outcome;
    const name = `${measuredWith.modelVersion}\n${measuredWith.calibration}`;
    counts.set(name, { measuredWith, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  const [most] = [...counts].toSorted(
    ([nameA, a], [nameB, b]) => b.count - a.count || (nameA < nameB ? -1 : 1),
  );
  return most?.[1].measuredWith ?? null;
}

/** Reads one measure of paired cells; pairs with a figure of another measure, or of none, are left out. */
export function pairScores(
  paired: readonly (readonly [ExperimentCell, ExperimentCell])[],
  measure: ScoredMeasure,
  measuredWith: MeasuredWith,
): ScoredPairs {
  const pairs = paired.flatMap(([first, second]): ScoredPair[] => {
    const [one, other] = [first, second].map(({ outcome }) => figureOf(outcome, measure, measuredWith));
    return one === undefined || other === undefined ? [] : [{ pair: first.pair, first: one, second: other }];
  });
  return { pairs, leftOut: paired.length - pairs.length };
}

function figureOf(
  outcome: CellOutcome,
  measure: ScoredMeasure,
  measuredWith: MeasuredWith,
): number | null | undefined {
  switch (outcome.kind) {
    case "scored":
      return sameMeasure(outcome.measuredWith, measuredWith) ? outcome[measure] : undefined;
    case "worst":
      return null;
    case "unscored":
      return undefined;
  }
}
