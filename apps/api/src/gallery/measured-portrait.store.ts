import { and, desc, eq, gte, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { generations, portraits } from "../db/schema/generations.ts";
import { portraitScores } from "../db/schema/measurements.ts";
import { narrowedTo, type PortraitSift } from "./portrait.store.ts";

/** What measured portraits can be sorted by, the highest first. */
export type ScoreOrder = "likeness" | "naturalness";

/** A place in a list by score: a number, and the id that breaks ties. */
export interface ScorePlace {
  readonly value: number;
  readonly id: string;
}

/** Which measured portraits are wanted. */
export interface MeasuredPart extends PortraitSift {
  readonly sort: ScoreOrder;
  readonly after: ScorePlace | null;
  readonly limit: number;
  /** Not below, 0 to 1. */
  readonly likenessFrom?: number | undefined;
  /** Not below, 0 to 1. */
  readonly naturalnessFrom?: number | undefined;
  /** Numbers of other networks and constants are left out: they cannot stand beside each other. */
  readonly measuredWith: { readonly modelVersion: string; readonly calibration: string };
}

/** Where the acting subject's hanging portraits that have a score of one measure stand by it, after a place. */
export const listByScore = async (
  tx: SubjectTransaction,
  subjectId: string,
  { sort, after, limit, likenessFrom, naturalnessFrom, measuredWith, ...sift }: MeasuredPart,
): Promise<ScorePlace[]> => {
  const column = portraitScores[sort];
  const found = await tx
    .select({ id: portraitScores.portraitId, value: column })
    .from(portraitScores)
    .innerJoin(
      portraits,
      and(eq(portraits.subjectId, portraitScores.subjectId), eq(portraits.id, portraitScores.portraitId)),
    )
    .innerJoin(
      generations,
      and(eq(generations.subjectId, portraits.subjectId), eq(generations.id, portraits.generationId)),
    )
    .where(
      and(
        eq(portraitScores.subjectId, subjectId),
        eq(portraitScores.modelVersion, measuredWith.modelVersion),
        eq(portraitScores.calibration, measuredWith.calibration),
        isNotNull(column),
        isNull(portraits.trashedAt),
        narrowedTo(sift),
        likenessFrom === undefined ? undefined : gte(portraitScores.likeness, likenessFrom),
        naturalnessFrom === undefined ? undefined : gte(portraitScores.naturalness, naturalnessFrom),
        after === null ? undefined : below(sort, after),
      ),
    )
    .orderBy(desc(column), desc(portraitScores.portraitId))
    .limit(limit);
  return found.flatMap(({ id, value }) => (value === null ? [] : [{ id, value }]));
};

/** Compared as a pair, so that the index finds the place at once. */
const below = (sort: ScoreOrder, { value, id }: ScorePlace): SQL =>
  sql`(${portraitScores[sort]}, ${portraitScores.portraitId}) < (${value}::float8, ${id}::uuid)`;
