/** Chooses from lists, the same way again from the same seed. */
export interface SeededChoice {
  /** The list in an order of its own. */
  readonly shuffle: <T>(list: readonly T[]) => readonly T[];
  /** One of the list; it has at least one. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
}

/** A number from 0 to below 1, from 32 bits of state (mulberry32, Tommy Ettinger, public domain). */
const nextFraction = (state: { value: number }): number => {
  state.value = (state.value + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state.value ^ (state.value >>> 15), 1 | state.value);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** A chooser for one answer: the seed, and which turn of the conversation it is. */
export const seededChoice = (seed: number, turn: number): SeededChoice => {
  const state = { value: Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b) };
  const shuffle = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((item) => ({ item, rank: nextFraction(state) }))
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ item }) => item);
  return { shuffle, pick: (list) => shuffle(list)[0] ?? list[0] };
};
