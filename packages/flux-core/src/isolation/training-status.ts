/**
 * The states of a training, in the order in which it goes through them.
 *
 * @example
 * trainingStatuses[0]; // "draft"
 */
export const trainingStatuses = Object.freeze([
  "draft",
  "uploading",
  "submitted",
  "running",
  "ready",
  "failed",
  "canceled",
] as const);

/** Where the training of a portrait model stands; `ready`, `failed` and `canceled` are final. */
export type TrainingStatus = (typeof trainingStatuses)[number];
