import type { PresetId } from "@selfsame/flux-core";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { SubjectTransaction } from "../../db/acting-as.ts";
import { generations, portraits } from "../../db/schema/generations.ts";
import { acceptedChanges } from "../../db/schema/maya.ts";
import type { GenerationRow } from "../../generations/generation.store.ts";

/** An accepted change as it is stored. */
export type AcceptedChangeRow = typeof acceptedChanges.$inferSelect;

/** A portrait with the settings of its generation. */
export interface JudgedPortraitRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly kept: boolean;
  readonly trashedAt: Date | null;
  readonly changes: GenerationRow["changes"];
}

/** The subject's newest portraits of one preset, also those in the trash. */
export const listJudgedPortraits = (
  tx: SubjectTransaction,
  subjectId: string,
  presetId: PresetId,
  limit: number,
): Promise<JudgedPortraitRow[]> =>
  tx
    .select({
      id: portraits.id,
      createdAt: portraits.createdAt,
      kept: portraits.kept,
      trashedAt: portraits.trashedAt,
      changes: generations.changes,
    })
    .from(portraits)
    .innerJoin(generations, eq(generations.id, portraits.generationId))
    .where(and(eq(portraits.subjectId, subjectId), eq(generations.presetId, presetId)))
    .orderBy(desc(portraits.createdAt), desc(portraits.id))
    .limit(limit);

/** Every change of a preset that the subject accepted, oldest first, also those that ended. */
export const listAcceptedChanges = (
  tx: SubjectTransaction,
  subjectId: string,
  presetId: PresetId,
): Promise<AcceptedChangeRow[]> =>
  tx
    .select()
    .from(acceptedChanges)
    .where(and(eq(acceptedChanges.subjectId, subjectId), eq(acceptedChanges.presetId, presetId)))
    .orderBy(asc(acceptedChanges.acceptedAt), asc(acceptedChanges.id));

/** The changes that stand for the acting subject, of every preset. */
export const listStandingChanges = (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<AcceptedChangeRow[]> =>
  tx
    .select()
    .from(acceptedChanges)
    .where(and(eq(acceptedChanges.subjectId, subjectId), isNull(acceptedChanges.endedAt)))
    .orderBy(asc(acceptedChanges.acceptedAt), asc(acceptedChanges.id));

/** Adds an accepted change; one of the same value that stood until now ends. */
export const insertAcceptedChange = async (
  tx: SubjectTransaction,
  change: AcceptedChangeRow,
): Promise<void> => {
  await tx
    .update(acceptedChanges)
    .set({ endedAt: change.acceptedAt })
    .where(
      and(
        eq(acceptedChanges.subjectId, change.subjectId),
        eq(acceptedChanges.presetId, change.presetId),
        eq(acceptedChanges.parameter, change.parameter),
        isNull(acceptedChanges.endedAt),
      ),
    );
  await tx.insert(acceptedChanges).values(change);
};

/** Ends a change that stands; whether there was one. */
export const endAcceptedChange = async (tx: SubjectTransaction, id: string, at: Date): Promise<boolean> => {
  const ended = await tx
    .update(acceptedChanges)
    .set({ endedAt: at })
    .where(and(eq(acceptedChanges.id, id), isNull(acceptedChanges.endedAt)))
    .returning({ id: acceptedChanges.id });
  return ended.length > 0;
};
