import { v7 } from "uuid";
import type { Identifiers } from "../../src/identifiers/identifiers.ts";

/** Numbers that repeat with the seed (mulberry32); ids are fresh, because nothing depends on their digits. */
export function seededIdentifiers(seed: number): Identifiers {
  let state = Math.trunc(seed);
  const unit = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next: () => v7(),
    randomWhole: (minimum, maximum) => minimum + Math.floor(unit() * (maximum - minimum + 1)),
  };
}
