import { and, desc, eq, isNull } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { subjectPresets } from "../db/schema/lab.ts";

/** A version of a subject's own default preset as it is stored. */
export type OwnPresetRow = typeof subjectPresets.$inferSelect;

/** Every version of the acting subject's own default, newest first. */
export const listOwnPresets = (tx: SubjectTransaction, subjectId: string): Promise<OwnPresetRow[]> =>
  tx
    .select()
    .from(subjectPresets)
    .where(eq(subjectPresets.subjectId, subjectId))
    .orderBy(desc(subjectPresets.version));

/** The acting subject's own default: the newest version, unless it was withdrawn. */
export const findOwnPreset = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<OwnPresetRow | undefined> => {
  const [newest] = await tx
    .select()
    .from(subjectPresets)
    .where(eq(subjectPresets.subjectId, subjectId))
    .orderBy(desc(subjectPresets.version))
    .limit(1);
  return newest?.withdrawnAt === null ? newest : undefined;
};

/** Adds a version. */
export const insertOwnPreset = async (
  tx: SubjectTransaction,
  preset: typeof subjectPresets.$inferInsert,
): Promise<void> => {
  await tx.insert(subjectPresets).values(preset);
};

/** Withdraws every version that still holds: the studio's default holds again. */
export const withdrawOwnPresets = async (
  tx: SubjectTransaction,
  subjectId: string,
  at: Date,
): Promise<void> => {
  await tx
    .update(subjectPresets)
    .set({ withdrawnAt: at })
    .where(and(eq(subjectPresets.subjectId, subjectId), isNull(subjectPresets.withdrawnAt)));
};
