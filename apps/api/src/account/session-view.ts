import { z } from "zod";

/** A browser or terminal that the caller is signed in with; its token is never told. */
export const sessionView = z.object({
  id: z.string(),
  /** How it names itself; null when it did not. */
  userAgent: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** To the day: a session is renewed once a day at most. */
  usedAt: z.iso.datetime(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});

/** A session as the page sees it. */
export type SessionView = z.infer<typeof sessionView>;
