import type { Level } from "../presets/enhancements.ts";
import type { ResolvedPreset } from "../presets/resolve-preset.ts";

declare const guarded: unique symbol;

/**
 * A generation that has passed the guard, deeply frozen. Only `guardGeneration` makes one, and it is known at
 * run time: a copy, a spread or a JSON round trip of it is not one, so it does not survive a queue.
 */
export type OwnedGeneration = {
  readonly [guarded]: true;
  readonly subjectNumber: string;
  /** The provider's account that holds the model. */
  readonly account: string;
  /** The model's full name, `{account}/{subjectNumber}-selfie-lora`. */
  readonly model: string;
  /** The version to run, 64 hexadecimal digits. */
  readonly version: string;
  readonly trigger: string;
  readonly prompt: string;
  readonly preset: ResolvedPreset;
  readonly outputs: 1 | 2 | 3 | 4;
  readonly enhancement: Level;
  readonly seed: number | null;
};

const known = new WeakSet<object>();

/**
 * Whether this very object came from the guard.
 *
 * @example
 * isOwnedGeneration({ prompt: "user20417733, portrait" }); // false
 */
export function isOwnedGeneration(value: unknown): value is OwnedGeneration {
  // Safe: a WeakSet answers false for what is no object.
  return known.has(value as object);
}

/** Marks a generation as guarded. Only the guard may call this, and the package does not export it. */
export function ownGeneration(generation: Omit<OwnedGeneration, typeof guarded>): OwnedGeneration {
  // Safe: the brand exists in the type only, and this is the one place that gives it.
  const owned = Object.freeze(generation) as OwnedGeneration;
  known.add(owned);
  return owned;
}
