import type { LikenessBand } from "@selfsame/likeness";
import { and, count, desc, eq, gte, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { generations, portraits } from "../db/schema/generations.ts";
import { portraitScores } from "../db/schema/measurements.ts";
import type { UnscoredReason } from "../measuring/unscored-reason.ts";
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
  readonly likenessBand?: LikenessBand | undefined;
  /** Not below, 0 to 1. */
  readonly naturalnessFrom?: number | undefined;
  /** Less than this, 0 to 1. */
  readonly naturalnessBelow?: number | undefined;
  /** Numbers of other networks and constants are left out: they cannot stand beside each other. */
  readonly measuredWith: ScoresMeasuredWith;
}

/** The networks and the constants whose numbers can stand beside each other. */
export interface ScoresMeasuredWith {
  readonly modelVersion: string;
  readonly calibration: string;
}

/** Why portraits have no place in a list by score, and how many. */
export interface Unplaced {
  readonly reason: UnplacedReason;
  readonly portraits: number;
}

/** `waiting`: not measured yet, or not by today's networks; `other-constants`: its number cannot stand beside these. */
export type UnplacedReason = UnscoredReason | "waiting" | "other-constants";

/** Where the acting subject's hanging portraits that have a score of one measure stand by it, after a place. */
export const listByScore = async (
  tx: SubjectTransaction,
  subjectId: string,
  part: MeasuredPart,
): Promise<ScorePlace[]> => {
  const { sort, after, limit, likenessFrom, likenessBand, naturalnessFrom, naturalnessBelow } = part;
  const { measuredWith, ...sift } = part;
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
        likenessBand === undefined ? undefined : eq(portraitScores.likenessBand, likenessBand),
        naturalnessFrom === undefined ? undefined : gte(portraitScores.naturalness, naturalnessFrom),
        naturalnessBelow === undefined ? undefined : lt(portraitScores.naturalness, naturalnessBelow),
        after === null ? undefined : below(sort, after),
      ),
    )
    .orderBy(desc(column), desc(portraitScores.portraitId))
    .limit(limit);
  return found.flatMap(({ id, value }) => (value === null ? [] : [{ id, value }]));
};

/** How many of the acting subject's hanging portraits have no place in a list by score, by why, the most first. */
export const countUnplaced = (
  tx: SubjectTransaction,
  subjectId: string,
  { sift, measuredWith }: { readonly sift: PortraitSift; readonly measuredWith: ScoresMeasuredWith },
): Promise<Unplaced[]> => {
  const { modelVersion, calibration, reason: storedReason } = portraitScores;
  // What older networks measured, or gave up on, is measured again.
  const reason = sql<UnplacedReason>`case
    when ${portraitScores.portraitId} is null or ${modelVersion} <> ${measuredWith.modelVersion} then 'waiting'
    else coalesce(${storedReason}, 'other-constants') end`;
  return tx
    .select({ reason: reason.as("why"), portraits: count().as("portraits") })
    .from(portraits)
    .innerJoin(
      generations,
      and(eq(generations.subjectId, portraits.subjectId), eq(generations.id, portraits.generationId)),
    )
    .leftJoin(
      portraitScores,
      and(eq(portraitScores.subjectId, portraits.subjectId), eq(portraitScores.portraitId, portraits.id)),
    )
    .where(
      and(
        eq(portraits.subjectId, subjectId),
        isNull(portraits.trashedAt),
        narrowedTo(sift),
        or(
          isNull(portraitScores.likeness),
          ne(modelVersion, measuredWith.modelVersion),
          ne(calibration, measuredWith.calibration),
        ),
      ),
    )
    .groupBy(sql`why`)
    .orderBy(desc(sql`portraits`), sql`why`);
};

/** Compared as a pair, so that the index finds the place at once. */
const below = (sort: ScoreOrder, { value, id }: ScorePlace): SQL =>
  sql`(${portraitScores[sort]}, ${portraitScores.portraitId}) < (${value}::float8, ${id}::uuid)`;
