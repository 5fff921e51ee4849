import { and, asc, desc, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { generations, portraits } from "../db/schema/generations.ts";
import type { ListCursor } from "../studio/list-cursor.ts";

/** A portrait as it is stored. */
export type PortraitRow = typeof portraits.$inferSelect;

/** A portrait with the brief it was made from. */
export type PortraitWithBrief = PortraitRow & { readonly brief: string };

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

/** The portraits of some generations, in the order of their outputs. */
export const listPortraitsOf = (
  tx: SubjectTransaction,
  generationIds: readonly string[],
): Promise<PortraitRow[]> =>
  tx
    .select()
    .from(portraits)
    .where(inArray(portraits.generationId, [...generationIds]))
    .orderBy(asc(portraits.outputIndex));

/** One of the acting subject's portraits. */
export const findPortrait = async (
  tx: SubjectTransaction,
  id: string,
): Promise<PortraitWithBrief | undefined> => {
  const [found] = await tx
    .select({ portrait: portraits, brief: generations.brief })
    .from(portraits)
    .innerJoin(generations, eq(generations.id, portraits.generationId))
    .where(eq(portraits.id, id));
  return found === undefined ? undefined : { ...found.portrait, brief: found.brief };
};

/** The acting subject's portraits after a cursor, newest first; `kept` narrows to the kept or the others. */
export const listPortraitRows = async (
  tx: SubjectTransaction,
  subjectId: string,
  {
    after,
    limit,
    kept,
  }: { readonly after: ListCursor | null; readonly limit: number; readonly kept: boolean | undefined },
): Promise<PortraitWithBrief[]> => {
  const found = await tx
    .select({ portrait: portraits, brief: generations.brief })
    .from(portraits)
    .innerJoin(
      generations,
      and(eq(generations.subjectId, portraits.subjectId), eq(generations.id, portraits.generationId)),
    )
    .where(
      and(
        eq(portraits.subjectId, subjectId),
        kept === undefined ? undefined : eq(portraits.kept, kept),
        after === null ? undefined : olderThan(after),
      ),
    )
    .orderBy(desc(portraits.createdAt), desc(portraits.id))
    .limit(limit);
  return found.map(({ portrait, brief }) => ({ ...portrait, brief }));
};

/** Keeps a portrait, or lets go of it again; undefined when there is none. */
export const setKept = async (tx: SubjectTransaction, id: string, kept: boolean): Promise<boolean> =>
  (await tx.update(portraits).set({ kept }).where(eq(portraits.id, id)).returning({ id: portraits.id }))
    .length > 0;

const olderThan = ({ createdAt, id }: ListCursor): SQL | undefined =>
  or(lt(portraits.createdAt, createdAt), and(eq(portraits.createdAt, createdAt), lt(portraits.id, id)));
