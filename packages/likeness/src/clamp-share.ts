/**
 * A number held between 0 and 1.
 *
 * @example clampShare(1.2) // 1
 */
export function clampShare(value: number): number {
  return Math.min(1, Math.max(0, value));
}
