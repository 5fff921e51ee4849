/**
 * The states of a generation, in the order in which it goes through them; the last four are final.
 *
 * @example
 * generationStatuses[0]; // "queued"
 */
export const generationStatuses = Object.freeze([
  "queued",
  "submitted",
  "running",
  "storing",
  "succeeded",
  "failed",
  "canceled",
  "expired",
] as const);

/** Where a generation stands. */
export type GenerationStatus = (typeof generationStatuses)[number];
