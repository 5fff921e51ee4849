import { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import { briefLimits, outputLimits, selfieLimits } from "../studio/limits.ts";
import type { ConsentRow, SubjectRow } from "./account.store.ts";

/** The bounds of what one can give the studio, so that a page can say them before they are met. */
export const limitsView = z.object({
  selfies: z.object({
    minimum: z.number(),
    advisedFrom: z.number(),
    advisedTo: z.number(),
    maximum: z.number(),
    maximumBytes: z.number(),
    minimumEdgePixels: z.number(),
    maximumEdgePixels: z.number(),
    maximumPixels: z.number(),
    accepted: z.array(z.string()),
  }),
  brief: z.object({ maximumCharacters: z.number() }),
  outputs: z.object({ minimum: z.number(), maximum: z.number() }),
});

/** A subject as the page sees it. */
export const subjectView = z.object({
  id: z.uuid(),
  email: z.string(),
  subjectNumber: z.string(),
  triggerWord: z.string(),
  createdAt: z.iso.datetime(),
  consent: z.object({ textVersion: z.string(), givenAt: z.iso.datetime() }).nullable(),
  limits: limitsView,
});

/** The present bounds. */
export const presentLimits: z.infer<typeof limitsView> = {
  selfies: { ...selfieLimits, accepted: [...selfieLimits.accepted] },
  brief: briefLimits,
  outputs: outputLimits,
};

/** Puts a subject and the consents into the page's form; the newest consent counts. */
export const toSubjectView = (
  caller: Caller,
  subject: SubjectRow,
  consents: readonly ConsentRow[],
): z.infer<typeof subjectView> => {
  const newest = consents.toSorted((a, b) => b.givenAt.getTime() - a.givenAt.getTime())[0];
  return {
    id: subject.id,
    email: caller.email,
    subjectNumber: subject.subjectNumber,
    triggerWord: subject.triggerWord,
    createdAt: subject.createdAt.toISOString(),
    consent:
      newest === undefined
        ? null
        : { textVersion: newest.textVersion, givenAt: newest.givenAt.toISOString() },
    limits: presentLimits,
  };
};
