import { z } from "zod";

/** How the photos that a portrait was held against measure themselves: what its numbers are shown against. */
export const ownPhotos = z.object({
  /** The cosine of strangers: where the scale of likeness begins; it ends at 1. */
  stranger: z.number(),
  /** Each photo's cosine to the nearer half of the others. */
  likeness: z.array(z.number()),
  /** Each photo's smile, 0 to 1. */
  smile: z.array(z.number()),
  /** Each photo's fine detail, in units of their middle. */
  skin: z.array(z.number()),
});

/** What `ownPhotos` describes. */
export type OwnPhotos = z.infer<typeof ownPhotos>;
