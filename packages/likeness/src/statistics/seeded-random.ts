import type { Random } from "./median-difference.ts";

/**
 * Numbers in [0, 1) that are the same for the same seed (mulberry32, Tommy Ettinger, public domain): for intervals and
 * drawings of lots that can be repeated, never for secrets.
 *
 * @example seededRandom(1)() // the same number every time
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
