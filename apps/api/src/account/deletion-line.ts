import { z } from "zod";

/** What kind of thing is deleted with an account. */
export const deletionKinds = [
  "run-at-provider",
  "zip-at-provider",
  "version-at-provider",
  "model-at-provider",
  "picture",
  "rows",
] as const;

/**
 * What became of it: `stopped` runs no more; `scheduled` was taken by the provider, who carries it out within minutes;
 * `already-gone` was not there any more; `not-yet` is tried again.
 */
export const deletionOutcomes = ["deleted", "scheduled", "already-gone", "stopped", "not-yet"] as const;

/** One object of an account that is deleted. */
export const deletionLine = z.object({
  kind: z.enum(deletionKinds),
  /** Which one: an id, a version's hash, a key in storage, a table. */
  name: z.string(),
  /** How many rows of a table, or bytes of a picture; null for what has no size here. */
  size: z.number().nullable(),
  outcome: z.enum(deletionOutcomes),
  /** When the outcome was known; null for `not-yet`. */
  at: z.iso.datetime().nullable(),
});

/** One object of an account that is deleted. */
export type DeletionLine = z.infer<typeof deletionLine>;

/** Everything of an account that is deleted, object by object, with its outcome. */
export const deletionReceipt = z.object({
  formatVersion: z.literal(1),
  requestedAt: z.iso.datetime(),
  /** Null while something is left. */
  finishedAt: z.iso.datetime().nullable(),
  lines: z.array(deletionLine),
  /** What is kept for good, and why. */
  stays: z.array(z.string()),
});

/** Everything of an account that is deleted, object by object, with its outcome. */
export type DeletionReceipt = z.infer<typeof deletionReceipt>;

/** What outlives an account. */
export const whatStays: readonly string[] = [
  "What stays: a keyed hash of your subject number, so that it is never given to anybody else.",
  "What stays: the entries of your isolation log: hashes that name nobody once your keys are gone with you.",
  "What stays: this receipt, encrypted with a key that you alone have, for 90 days.",
];
