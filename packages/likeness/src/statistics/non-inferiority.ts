import { fewestPairsForWinner, type PairedComparison } from "./compare-paired.ts";

/** Whether an arm was shown to be no worse than another by more than a margin. */
export interface NonInferiority {
  readonly verdict: "not-inferior" | "not-shown";
  /** The worst difference the interval leaves open, as a loss of a against b (negative: a is worse). */
  readonly worstCase: number;
  readonly margin: number;
}

/** What likeness may be lost before naturalness may win: a tenth of the score's range. */
export const likenessMargin = 0.1;

/**
 * Whether arm a is no worse than b by more than a margin: the interval's worse end stays above −margin. Fewer
 * than 12 pairs show nothing. "Not shown" is not "inferior".
 *
 * @example nonInferiority(comparison, { margin: likenessMargin, higherIsBetter: true }).verdict
 */
export function nonInferiority(
  comparison: PairedComparison,
  { margin, higherIsBetter }: { readonly margin: number; readonly higherIsBetter: boolean },
): NonInferiority {
  const worstCase = higherIsBetter ? comparison.interval[0] : -comparison.interval[1];
  const shown = comparison.n >= fewestPairsForWinner && worstCase > -margin;
  return { verdict: shown ? "not-inferior" : "not-shown", worstCase, margin };
}
