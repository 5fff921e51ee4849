import { and, count, eq, inArray } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { portraitScores } from "../db/schema/measurements.ts";

/** A portrait's score as it is stored. */
export type PortraitScoreRow = typeof portraitScores.$inferSelect;

/** Stores a portrait's score, over what was there. */
export const saveScore = async (tx: SubjectTransaction, row: PortraitScoreRow): Promise<void> => {
  const { portraitId: _, subjectId: __, ...figures } = row;
  await tx
    .insert(portraitScores)
    .values(row)
    .onConflictDoUpdate({ target: portraitScores.portraitId, set: figures });
};

/** The score of one of the acting subject's portraits. */
export const findScore = async (
  tx: SubjectTransaction,
  portraitId: string,
): Promise<PortraitScoreRow | undefined> => {
  const [row] = await tx.select().from(portraitScores).where(eq(portraitScores.portraitId, portraitId));
  return row;
};

/** How many portraits of the subject measure as another person. */
export const countLikeAnother = async (tx: SubjectTransaction, subjectId: string): Promise<number> => {
  const [row] = await tx
    .select({ rows: count() })
    .from(portraitScores)
    .where(and(eq(portraitScores.subjectId, subjectId), eq(portraitScores.likenessBand, "not-recognisable")));
  return row?.rows ?? 0;
};

/**
 * The scores of some of the acting subject's portraits by the portrait's id; those not measured yet are missing.
 * Figures stand beside each other only where `modelVersion` and `calibration` are the same.
 *
 * @example (await listScoresOf(tx, [portraitId])).get(portraitId)?.likeness
 */
export const listScoresOf = async (
  tx: SubjectTransaction,
  portraitIds: readonly string[],
): Promise<ReadonlyMap<string, PortraitScoreRow>> => {
  if (portraitIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(portraitScores)
    .where(inArray(portraitScores.portraitId, [...portraitIds]));
  return new Map(rows.map((row) => [row.portraitId, row]));
};
