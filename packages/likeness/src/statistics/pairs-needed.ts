import { normalQuantile } from "./normal-distribution.ts";

/**
 * How many pairs in all would tell a difference like the one seen, with the signed-rank test, two-sided at 0.05 and
 * in four of five experiments: Noether's (z₀.₉₇₅ + z₀.₈)² / (3 (q − ½)²), q being the share of two differences
 * whose sum is positive (JASA 82, 1987). q is estimated from few pairs, so this is an order of size. `null` when
 * nothing leans to either side, or would need more than 10,000.
 *
 * @param level the two-sided level of the test; lower where several questions share one
 * @example pairsNeeded([1, 2, -1, 3, 2, -2, 1, 2]) // 29
 */
export function pairsNeeded(differences: readonly number[], level = 0.05): number | null {
  let positive = 0;
  let sums = 0;
  for (const [index, first] of differences.entries()) {
    for (const second of differences.slice(index + 1)) {
      positive += (Math.sign(first + second) + 1) / 2;
      sums += 1;
    }
  }
  const lean = sums === 0 ? 0 : positive / sums - 0.5;
  const pairs = (normalQuantile(1 - level / 2) + normalQuantile(0.8)) ** 2 / (3 * lean ** 2);
  return pairs > 10_000 ? null : Math.ceil(pairs);
}
