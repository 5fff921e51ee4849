import { z } from "zod";

/** What an experiment would be, before anything is asked for. */
export const estimateView = z.object({
  cells: z.number(),
  /** Pairs of brief and seed: what comparisons stand on. */
  pairs: z.number(),
  comparisons: z.number(),
  credits: z.number(),
  /** Seconds that the provider will work, several portraits at once; null where that is not known yet. */
  predictSeconds: z.number().nullable(),
  /** How many of the subject's own portraits that rests on. */
  timedPortraits: z.number(),
  /** The fewest pairs that may name an arm. */
  fewestPairs: z.number(),
});
