import { z } from "zod";
import type { ProfileRow } from "./profile.store.ts";
import { subjectClause } from "./subject-clause.ts";

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u, "It must be one line of plain text")
    .nullable()
    .transform((text) => (text === "" ? null : text));

/** Consent says that everybody here is an adult. */
const age = z.int().min(18).max(100).nullable();

/** What a subject may say of their own appearance. */
export const appearanceInput = z
  .strictObject({
    hair: words(80),
    ageFrom: age,
    ageTo: age,
    glasses: z.boolean(),
    ownWords: words(200),
  })
  .refine(({ ageFrom, ageTo }) => ageFrom === null || ageTo === null || ageFrom <= ageTo, {
    path: ["ageTo"],
    error: "The second age must not be below the first",
  });

/** A subject's profile as the page shows it; `clause` is what every prompt says of it. */
export const profileView = z.object({
  hair: z.string().nullable(),
  ageFrom: z.number().nullable(),
  ageTo: z.number().nullable(),
  glasses: z.boolean(),
  ownWords: z.string().nullable(),
  clause: z.string().nullable(),
  savedAt: z.iso.datetime().nullable(),
});

const nothingSaid = { hair: null, ageFrom: null, ageTo: null, glasses: false, ownWords: null };

/** Puts a profile into the page's form; undefined is one that was never written. */
export const toProfileView = (row: ProfileRow | undefined): z.infer<typeof profileView> => {
  const { hair, ageFrom, ageTo, glasses, ownWords } = row ?? nothingSaid;
  const appearance = { hair, ageFrom, ageTo, glasses, ownWords };
  return { ...appearance, clause: subjectClause(appearance), savedAt: row?.savedAt.toISOString() ?? null };
};
