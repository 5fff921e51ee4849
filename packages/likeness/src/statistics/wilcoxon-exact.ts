import { normalBelow } from "./normal-distribution.ts";

/** A signed-rank test: rank sums of the positive and negative differences, and the two-sided p. */
export interface SignedRankTest {
  /** Differences other than zero; only these are ranked. */
  readonly ranked: number;
  readonly positiveRankSum: number;
  readonly negativeRankSum: number;
  /** Two-sided. */
  readonly p: number;
  readonly method: "exact" | "normal";
}

/** Up to here every one of the 2ⁿ sign patterns is counted; beyond, the normal approximation is close. */
export const largestExactCount = 50;

/**
 * Wilcoxon's signed-rank test of differences around zero, two-sided.
 *
 * Zeros are dropped before ranking (Wilcoxon 1945); equal sizes share the mean of their ranks. Up to 50 ranked
 * differences p is exact: the distribution of the rank sum over all sign patterns of these very ranks, ties
 * included. Beyond, it is normal with continuity correction and the tie term of the variance (Lehmann,
 * Nonparametrics, 1975). Nothing to rank gives p = 1.
 *
 * @example wilcoxonExact([1, 2, 3, 4, 5, 6]).p // 0.03125
 */
export function wilcoxonExact(differences: readonly number[]): SignedRankTest {
  const signed = differences.filter((difference) => difference !== 0);
  const doubledRanks = doubleRanksOf(signed.map(Math.abs));
  let doubledPositive = 0;
  let doubledTotal = 0;
  for (const [index, rank] of doubledRanks.entries()) {
    doubledTotal += rank;
    if ((signed[index] ?? 0) > 0) doubledPositive += rank;
  }
  const sums = {
    ranked: signed.length,
    positiveRankSum: doubledPositive / 2,
    negativeRankSum: (doubledTotal - doubledPositive) / 2,
  };
  const smaller = Math.min(doubledPositive, doubledTotal - doubledPositive);
  if (signed.length <= largestExactCount) {
    return { ...sums, p: Math.min(1, 2 * shareAtMost(doubledRanks, smaller)), method: "exact" };
  }
  // The sum over squared mid-ranks already holds the tie correction.
  const variance = doubledRanks.reduce((sum, rank) => sum + (rank / 2) ** 2, 0) / 4;
  const distance = Math.max(0, doubledTotal / 4 - smaller / 2 - 0.5);
  return { ...sums, p: Math.min(1, 2 * normalBelow(-distance / Math.sqrt(variance))), method: "normal" };
}

/** Twice the mid-rank of each size, so that shared ranks stay whole. */
function doubleRanksOf(sizes: readonly number[]): number[] {
  const order = sizes.map((size, index) => ({ size, index })).toSorted((x, y) => x.size - y.size);
  const ranks = Array.from(sizes, () => 0);
  let first = 0;
  while (first < order.length) {
    let last = first;
    while (last + 1 < order.length && order[last + 1]?.size === order[first]?.size) last += 1;
    for (const { index } of order.slice(first, last + 1)) ranks[index] = first + last + 2;
    first = last + 1;
  }
  return ranks;
}

/** The share of all sign patterns whose (doubled) positive rank sum is at most the given one. */
function shareAtMost(doubledRanks: readonly number[], most: number): number {
  const shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (const rank of doubledRanks) {
    for (let sum = most; sum >= 0; sum -= 1) {
      shares[sum] = ((shares[sum] ?? 0) + (sum >= rank ? (shares[sum - rank] ?? 0) : 0)) / 2;
    }
  }
  return shares.reduce((total, share) => total + share, 0);
}
