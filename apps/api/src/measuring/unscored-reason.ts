import type { UnmeasurableReason } from "@selfsame/likeness";

/** Every reason for which a portrait has no number: the measuring's own, or that no photo is left to hold it against. */
export const unscoredReasons = [
  "no-face",
  "several-faces",
  "profile",
  "too-small",
  "cut-off",
  "undecodable",
  "models-missing",
  "unavailable",
  "not-comparable",
  "no-references",
] as const satisfies readonly (UnmeasurableReason | "no-references")[];

/** Why a portrait has no number. */
export type UnscoredReason = (typeof unscoredReasons)[number];
