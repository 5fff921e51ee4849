/**
 * The value below which a share of the sorted values lies, interpolated linearly between neighbours
 * (type 7 of Hyndman and Fan 1996). NaN for no values.
 *
 * @example quantileOf([1, 2, 3], 0.25) // 1.5
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const position = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * The middle value, or the mean of the two middle ones; the order does not matter. NaN for no values.
 *
 * @example median([3, 1, 2, 10]) // 2.5
 */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).toSorted();
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
