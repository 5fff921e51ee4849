import { eq } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { subjectProfiles } from "../db/schema/subjects.ts";

/** A subject's profile as it is stored. */
export type ProfileRow = typeof subjectProfiles.$inferSelect;

/** The acting subject's profile. */
export const findProfile = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<ProfileRow | undefined> => {
  const [row] = await tx.select().from(subjectProfiles).where(eq(subjectProfiles.subjectId, subjectId));
  return row;
};

/** Writes the acting subject's profile in the place of the last one. */
export const upsertProfile = async (tx: SubjectTransaction, profile: ProfileRow): Promise<void> => {
  const { subjectId: _, ...changes } = profile;
  await tx
    .insert(subjectProfiles)
    .values(profile)
    .onConflictDoUpdate({ target: subjectProfiles.subjectId, set: changes });
};
