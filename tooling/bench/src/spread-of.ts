/** The middle of some samples, and how far they lie apart. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The median, the least and the most of samples.
 *
 * @throws when there are none: a figure without a sample was not measured
 * @example spreadOf([3, 1, 2]) // { median: 2, least: 1, most: 3 }
 */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new Error("There are no samples");
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return { median: middle.reduce((sum, sample) => sum + sample, 0) / middle.length, least, most };
}
