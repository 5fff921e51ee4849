import { randomInt } from "node:crypto";
import { v7 } from "uuid";

/** Fresh ids and random numbers, injected so that tests decide them. */
export interface Identifiers {
  /** A version 7 UUID: unique, and later ones sort after earlier ones. */
  readonly next: () => string;
  /** A whole number from `minimum` to `maximum`, both included, that nobody can foresee. */
  readonly randomWhole: (minimum: number, maximum: number) => number;
}

/** Ids and numbers from the machine's secure source. */
export const secureIdentifiers: Identifiers = {
  next: () => v7(),
  randomWhole: (minimum, maximum) => randomInt(minimum, maximum + 1),
};
