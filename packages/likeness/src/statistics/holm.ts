/**
 * Holm's step-down adjustment (1979): p-values that can each be held against the same level although several
 * questions were asked of one experiment. Order is kept.
 *
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = Array.from(ps, () => 1);
  let reached = 0;
  const rising = ps.map((p, index) => ({ p, index })).toSorted((x, y) => x.p - y.p);
  for (const [step, { p, index }] of rising.entries()) {
    reached = Math.max(reached, Math.min(1, p * (ps.length - step)));
    adjusted[index] = reached;
  }
  return adjusted;
}
