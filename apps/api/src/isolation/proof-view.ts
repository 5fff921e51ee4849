import { z } from "zod";

const moment = z.iso.datetime().nullable();

/** How it is known that one portrait is the caller's. */
export const portraitProofView = z.object({
  portraitId: z.uuid(),
  brief: z.string(),
  createdAt: z.iso.datetime(),
  selfieCount: z.number(),
  /** The first characters of the version, as a person compares them. */
  version: z.string(),
  trainedAt: moment,
  letThroughAt: moment,
  sentAt: moment,
  acceptedAt: moment,
  storedAt: moment,
  takenAsFound: z.boolean(),
  holds: z.boolean(),
});

/** What the caller's own log says, worked out at the moment of asking. */
export const proofView = z.object({
  checkedAt: z.iso.datetime(),
  since: moment,
  entries: z.number(),
  letThrough: z.number(),
  refused: z.number(),
  portraitCount: z.number(),
  problems: z.array(z.object({ code: z.string(), table: z.string(), row: z.string(), message: z.string() })),
  /** When the studio as a whole was last checked, and how many things of the caller's did not hold then. */
  studioCheck: z.object({ at: z.iso.datetime(), problems: z.number() }).nullable(),
  portraits: z.array(portraitProofView),
  nextCursor: z.string().nullable(),
});
