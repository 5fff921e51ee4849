import { eq } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { subjectSettings } from "../db/schema/subjects.ts";

/** What a subject has set. */
export type SubjectSettingsRow = typeof subjectSettings.$inferSelect;

/** What the acting subject has set; undefined before the first time. */
export const findSettings = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<SubjectSettingsRow | undefined> => {
  const [row] = await tx.select().from(subjectSettings).where(eq(subjectSettings.subjectId, subjectId));
  return row;
};

/** Writes what the acting subject sets in the place of what was set before. */
export const upsertSettings = async (tx: SubjectTransaction, row: SubjectSettingsRow): Promise<void> => {
  const { subjectId: _, ...changes } = row;
  await tx
    .insert(subjectSettings)
    .values(row)
    .onConflictDoUpdate({ target: subjectSettings.subjectId, set: changes });
};
