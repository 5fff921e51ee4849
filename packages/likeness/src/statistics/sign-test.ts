import { normalQuantile } from "./normal-distribution.ts";

/** How votes between two fall, and how sure that is. */
export interface SignTest {
  /** Votes for either; those for neither are no part of it. */
  readonly decided: number;
  /** The share for the first; NaN without votes. */
  readonly share: number;
  /** Wilson's interval around the share (JASA 22, 1927), at 0.95. */
  readonly interval: readonly [low: number, high: number];
  /** Two-sided and exact: the binomial's, at a half. */
  readonly p: number;
}

/**
 * The sign test of two counts: could it be chance that one was chosen so much more often?
 *
 * @example signTest(10, 2).p // 0.0386
 */
export function signTest(first: number, second: number): SignTest {
  const decided = first + second;
  if (decided === 0) return { decided, share: Number.NaN, interval: [0, 1], p: 1 };
  const smaller = Math.min(first, second);
  let probability = 0.5 ** decided;
  let atMost = 0;
  for (let count = 0; count <= smaller; count += 1) {
    atMost += probability;
    probability *= (decided - count) / (count + 1);
  }
  const share = first / decided;
  const z = normalQuantile(0.975);
  const middle = (share + z ** 2 / (2 * decided)) / (1 + z ** 2 / decided);
  const reach =
    (z / (1 + z ** 2 / decided)) * Math.sqrt((share * (1 - share)) / decided + z ** 2 / (4 * decided ** 2));
  return {
    decided,
    share,
    interval: [Math.max(0, middle - reach), Math.min(1, middle + reach)],
    p: Math.min(1, 2 * atMost),
  };
}
