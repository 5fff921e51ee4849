import { z } from "zod";

/** The next vote and how far one is. Nothing in it tells which arm stands where. */
export const ballotView = z.object({
  /** Null: every pair that is there was voted on. */
  next: z
    .object({
      ballot: z.number(),
      brief: z.string(),
      /** Pictures are at `/images/ballots/{experimentId}/{ballot}/{first|second}/{size}`. */
      width: z.number(),
      height: z.number(),
      simulated: z.boolean(),
    })
    .nullable(),
  cast: z.number(),
  /** Votes that can be cast now, those cast included. */
  ready: z.number(),
  /** Votes once every portrait is there. */
  total: z.number(),
});
