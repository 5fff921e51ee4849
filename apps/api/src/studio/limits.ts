import { acceptedSelfieTypes, selfieLimits as selfieFileLimits } from "../images/selfie-limits.ts";

/** The bounds of a set of selfies. 5 to 40: fewer teach no face, more cost without gain; 10 to 20 is the trainer's advice. */
export const selfieLimits = {
  minimum: 5,
  advisedFrom: 10,
  advisedTo: 20,
  maximum: 40,
  ...selfieFileLimits,
  accepted: acceptedSelfieTypes,
} as const;

/** The bounds of a brief; the same number as flux-core's, which refuses beyond it. */
export const briefLimits = { maximumCharacters: 4_000 } as const;

/** How many portraits one generation can ask for: the provider's own bounds. */
export const outputLimits = { minimum: 1, maximum: 4 } as const;
