import type { Service } from "@selfsame/flux-core";
import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { generations, portraits } from "../db/schema/generations.ts";
import type { ListCursor } from "../studio/list-cursor.ts";

/** A portrait as it is stored. */
export type PortraitRow = typeof portraits.$inferSelect;

/** A portrait with what its generation says of it. */
export type PortraitWithBrief = PortraitRow & {
  readonly brief: string;
  readonly service: Service;
  readonly presetId: string;
};

/** What a gallery is narrowed to; what is left out narrows nothing. */
export interface PortraitSift {
  readonly kept?: boolean | undefined;
  readonly service?: Service | undefined;
  readonly presetId?: string | undefined;
  /** Made at this moment or later. */
  readonly from?: Date | undefined;
  /** Made before this moment. */
  readonly until?: Date | undefined;
}

/** A part of a list: so many rows after a place in it. */
export interface ListPart {
  readonly after: ListCursor | null;
  readonly limit: number;
}

/** Adds finished portraits; one that is there already, for the same output, stays as it is. */
export const insertPortraits = async (
  tx: SubjectTransaction,
  rows: readonly (typeof portraits.$inferInsert)[],
): Promise<PortraitRow[]> =>
  rows.length === 0
    ? []
    : tx
        .insert(portraits)
        .values([...rows])
        .onConflictDoNothing()
        .returning();

/** The portraits of some generations in the order of their outputs, those in the trash included. */
export const listPortraitsOf = (
  tx: SubjectTransaction,
  generationIds: readonly string[],
): Promise<PortraitRow[]> =>
  tx
    .select()
    .from(portraits)
    .where(inArray(portraits.generationId, [...generationIds]))
    .orderBy(asc(portraits.outputIndex));

/** One of the acting subject's portraits, in the trash or not. */
export const findPortrait = async (
  tx: SubjectTransaction,
  id: string,
): Promise<PortraitWithBrief | undefined> => (await selectWithBrief(tx, eq(portraits.id, id)))[0];

/** Those of some portraits that are the acting subject's, in no particular order. */
export const listPortraitsById = (
  tx: SubjectTransaction,
  ids: readonly string[],
): Promise<PortraitWithBrief[]> => selectWithBrief(tx, inArray(portraits.id, [...ids]));

/** The acting subject's hanging portraits after a cursor, newest first. */
export const listPortraitRows = (
  tx: SubjectTransaction,
  subjectId: string,
  { after, limit, ...sift }: ListPart & PortraitSift,
): Promise<PortraitWithBrief[]> =>
  selectWithBrief(
    tx,
    eq(portraits.subjectId, subjectId),
    isNull(portraits.trashedAt),
    narrowedTo(sift),
    after === null ? undefined : olderThan(after),
  )
    .orderBy(desc(portraits.createdAt), desc(portraits.id))
    .limit(limit);

/** Every portrait of the acting subject after a cursor, newest first, those in the trash included. */
export const listEveryPortrait = (
  tx: SubjectTransaction,
  subjectId: string,
  { after, limit }: ListPart,
): Promise<PortraitWithBrief[]> =>
  selectWithBrief(tx, eq(portraits.subjectId, subjectId), after === null ? undefined : olderThan(after))
    .orderBy(desc(portraits.createdAt), desc(portraits.id))
    .limit(limit);

/** The acting subject's trash, what was put there last first; a cursor names the moment of that. */
export const listTrashedPortraits = (
  tx: SubjectTransaction,
  subjectId: string,
  { after, limit }: ListPart,
): Promise<PortraitWithBrief[]> =>
  selectWithBrief(
    tx,
    eq(portraits.subjectId, subjectId),
    isNotNull(portraits.trashedAt),
    after === null
      ? undefined
      : or(
          lt(portraits.trashedAt, after.createdAt),
          and(eq(portraits.trashedAt, after.createdAt), lt(portraits.id, after.id)),
        ),
  )
    .orderBy(desc(portraits.trashedAt), desc(portraits.id))
    .limit(limit);

/** How many portraits are in the acting subject's trash. */
export const countTrashedPortraits = async (tx: SubjectTransaction, subjectId: string): Promise<number> =>
  (
    await tx
      .select({ rows: count() })
      .from(portraits)
      .where(and(eq(portraits.subjectId, subjectId), isNotNull(portraits.trashedAt)))
  )[0]?.rows ?? 0;

/** Keeps portraits, or lets go of them again. */
export const setKept = async (
  tx: SubjectTransaction,
  ids: readonly string[],
  kept: boolean,
): Promise<void> => {
  await tx
    .update(portraits)
    .set({ kept })
    .where(inArray(portraits.id, [...ids]));
};

/** Puts portraits into the trash; one that is there already keeps its moment. */
export const setTrashed = async (
  tx: SubjectTransaction,
  ids: readonly string[],
  trashedAt: Date,
): Promise<void> => {
  await tx
    .update(portraits)
    .set({ trashedAt })
    .where(and(inArray(portraits.id, [...ids]), isNull(portraits.trashedAt)));
};

/** Takes portraits out of the trash. */
export const setRestored = async (tx: SubjectTransaction, ids: readonly string[]): Promise<void> => {
  await tx
    .update(portraits)
    .set({ trashedAt: null })
    .where(inArray(portraits.id, [...ids]));
};

/**
 * Removes portraits that were in the trash by a moment, and notes with their generations that they were delivered.
 * Those of a generation that has not ended stay: what it still stores is told from what is there.
 *
 * @returns what was removed, at most `limit`
 */
export const deleteTrashedPortraits = async (
  tx: SubjectTransaction,
  subjectId: string,
  { trashedBy, limit }: { readonly trashedBy: Date; readonly limit: number },
): Promise<PortraitRow[]> => {
  const due = await tx
    .select({ id: portraits.id })
    .from(portraits)
    .innerJoin(
      generations,
      and(eq(generations.subjectId, portraits.subjectId), eq(generations.id, portraits.generationId)),
    )
    .where(
      and(
        eq(portraits.subjectId, subjectId),
        lte(portraits.trashedAt, trashedBy),
        isNotNull(generations.endedAt),
      ),
    )
    .orderBy(asc(portraits.trashedAt))
    .limit(limit);
  if (due.length === 0) return [];
  const removed = await tx
    .delete(portraits)
    .where(
      inArray(
        portraits.id,
        due.map(({ id }) => id),
      ),
    )
    .returning();
  const ofEach = new Map<string, number>();
  for (const { generationId } of removed) ofEach.set(generationId, (ofEach.get(generationId) ?? 0) + 1);
  for (const [generationId, number] of ofEach)
    await tx
      .update(generations)
      .set({ removedPortraits: sql`${generations.removedPortraits} + ${number}` })
      .where(eq(generations.id, generationId));
  return removed;
};

/** Those of some hashes that a portrait of the acting subject still has. */
export const listUsedHashes = async (
  tx: SubjectTransaction,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectDistinct({ sha256: portraits.sha256 })
    .from(portraits)
    .where(inArray(portraits.sha256, [...hashes]));
  return new Set(rows.map(({ sha256 }) => sha256));
};

const fromGeneration = {
  brief: generations.brief,
  service: generations.service,
  presetId: generations.presetId,
};

const selectWithBrief = (tx: SubjectTransaction, ...conditions: readonly (SQL | undefined)[]) =>
  tx
    .select({ ...getTableColumns(portraits), ...fromGeneration })
    .from(portraits)
    .innerJoin(
      generations,
      and(eq(generations.subjectId, portraits.subjectId), eq(generations.id, portraits.generationId)),
    )
    .where(and(...conditions))
    .$dynamic();

/** What a gallery is narrowed to, for a query that joins portraits with their generations. */
export const narrowedTo = ({ kept, service, presetId, from, until }: PortraitSift): SQL | undefined =>
  and(
    kept === undefined ? undefined : eq(portraits.kept, kept),
    service === undefined ? undefined : eq(generations.service, service),
    presetId === undefined ? undefined : eq(generations.presetId, presetId),
    from === undefined ? undefined : gte(portraits.createdAt, from),
    until === undefined ? undefined : lt(portraits.createdAt, until),
  );

const olderThan = ({ createdAt, id }: ListCursor): SQL | undefined =>
  or(lt(portraits.createdAt, createdAt), and(eq(portraits.createdAt, createdAt), lt(portraits.id, id)));
