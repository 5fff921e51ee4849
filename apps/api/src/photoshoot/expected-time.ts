import type { ShootTime } from "./shoot-times.store.ts";

/** Between how many and how many seconds something is likely to take. */
export interface SecondsRange {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Fewer than three shoots say nothing of how much they differ. */
const fewestShoots = 3;
const [lower, upper] = [0.1, 0.9];

const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
};

const rangeOf = (values: readonly number[]): SecondsRange => {
  const sorted = values.toSorted((one, other) => one - other);
  return { fromSeconds: quantile(sorted, lower), toSeconds: quantile(sorted, upper) };
};

/**
 * How long a shoot of so many shots is likely to take, from how long others took: the time to its first picture, and
 * the time from one picture to the next as often as there are more. Both from the tenth to the ninetieth percentile.
 *
 * @returns null where too few shoots were seen to know
 */
export const expectedTime = (shots: number, seen: readonly ShootTime[]): SecondsRange | null => {
  if (seen.length < fewestShoots) return null;
  const first = rangeOf(seen.map(({ firstSeconds }) => firstSeconds));
  if (shots === 1) return first;
  const between = seen.flatMap(({ shots: count, firstSeconds, lastSeconds }) =>
    count > 1 ? [(lastSeconds - firstSeconds) / (count - 1)] : [],
  );
  if (between.length < fewestShoots) return null;
  const next = rangeOf(between);
  return {
    fromSeconds: first.fromSeconds + next.fromSeconds * (shots - 1),
    toSeconds: first.toSeconds + next.toSeconds * (shots - 1),
  };
};
