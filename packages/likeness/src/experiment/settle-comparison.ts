import { fewestPairsForWinner } from "../statistics/compare-paired.ts";
import type { MeasureComparison, MeasureRefusal, Side, VoteComparison } from "./judge-experiment.ts";

/** What two arms come to, everything taken together. */
export type ComparisonOutcome =
  | {
      readonly kind: "winner";
      readonly side: Side;
      readonly by: readonly ("likeness" | "naturalness" | "votes")[];
    }
  /** One looks more like the person, the other is more natural. */
  | { readonly kind: "trade-off"; readonly likeness: Side; readonly naturalness: Side }
  /** Clearly better in one, and it was not shown that the other does not suffer. */
  | { readonly kind: "at-a-price"; readonly side: Side; readonly by: "likeness" | "naturalness" }
  /** What was measured and what was voted name different arms. */
  | { readonly kind: "at-odds"; readonly measured: Side; readonly voted: Side }
  /** `morePairs`: about how many would tell; null: more than can be said. */
  | { readonly kind: "no-clear-difference"; readonly morePairs: number | null }
  | { readonly kind: "not-measured" };

type Measured = MeasureComparison | MeasureRefusal;

/**
 * The rule by which an arm is named. An arm wins that is clearly better in likeness or naturalness while it was shown
 * to lose no more than a tenth in the other one, or that is clearly preferred in the votes; what was measured and what
 * was voted must not contradict each other.
 */
export function settleComparison({
  likeness,
  naturalness,
  votes,
  pairs,
}: {
  readonly likeness: Measured;
  readonly naturalness: Measured;
  readonly votes: VoteComparison;
  readonly pairs: number;
}): ComparisonOutcome {
  const inLikeness = likeness.compared ? likeness.better : null;
  const inNaturalness = naturalness.compared ? naturalness.better : null;
  if (inLikeness !== null && inNaturalness !== null && inLikeness !== inNaturalness)
    return { kind: "trade-off", likeness: inLikeness, naturalness: inNaturalness };
  const measured = inLikeness ?? inNaturalness;
  if (measured !== null && votes.better !== null && measured !== votes.better)
    return { kind: "at-odds", measured, voted: votes.better };
  if (measured !== null) {
    const by = inLikeness === null ? "naturalness" : "likeness";
    const other = by === "likeness" ? naturalness : likeness;
    const otherIsFine =
      (inLikeness !== null && inNaturalness !== null) || (other.compared && other.notInferior[measured]);
    if (!otherIsFine) return { kind: "at-a-price", side: measured, by };
    return {
      kind: "winner",
      side: measured,
      by: [
        ...(inLikeness === null ? [] : (["likeness"] as const)),
        ...(inNaturalness === null ? [] : (["naturalness"] as const)),
        ...(votes.better === null ? [] : (["votes"] as const)),
      ],
    };
  }
  if (votes.better !== null) return { kind: "winner", side: votes.better, by: ["votes"] };
  const isJudged = likeness.compared || naturalness.compared || votes.decided > 0;
  return isJudged
    ? { kind: "no-clear-difference", morePairs: morePairs(likeness, naturalness, pairs) }
    : { kind: "not-measured" };
}

/** The measure that would tell soonest decides how many; there are never fewer than the least that may name a winner. */
function morePairs(likeness: Measured, naturalness: Measured, pairs: number): number | null {
  const least = Math.max(0, fewestPairsForWinner - pairs);
  const further = [likeness, naturalness].flatMap((found) =>
    found.compared && found.pairsNeeded !== null ? [found.pairsNeeded - found.n] : [],
  );
  if (further.length === 0) return least > 0 ? least : null;
  return Math.max(least, Math.min(...further));
}
