import { and, desc, eq, lt, or, type SQL } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { enhancedPairs } from "../db/schema/enhanced.ts";
import type { ListCursor } from "../studio/list-cursor.ts";

/** A pair as it is stored. */
export type EnhancedPairRow = typeof enhancedPairs.$inferSelect;

/** Adds a pair of generations. */
export const insertPair = async (
  tx: SubjectTransaction,
  pair: typeof enhancedPairs.$inferInsert,
): Promise<EnhancedPairRow> => {
  const [row] = await tx.insert(enhancedPairs).values(pair).returning();
  if (row === undefined) throw new Error("The database gave no row back for a new pair");
  return row;
};

/** One of the acting subject's pairs. */
export const findPair = async (tx: SubjectTransaction, id: string): Promise<EnhancedPairRow | undefined> => {
  const [row] = await tx.select().from(enhancedPairs).where(eq(enhancedPairs.id, id));
  return row;
};

/** The pair that an earlier request with the same key made. */
export const findPairByKey = async (
  tx: SubjectTransaction,
  idempotencyKey: string,
): Promise<EnhancedPairRow | undefined> => {
  const [row] = await tx.select().from(enhancedPairs).where(eq(enhancedPairs.idempotencyKey, idempotencyKey));
  return row;
};

/** The acting subject's pairs after a cursor, newest first. */
export const listPairRows = (
  tx: SubjectTransaction,
  subjectId: string,
  { after, limit }: { readonly after: ListCursor | null; readonly limit: number },
): Promise<EnhancedPairRow[]> =>
  tx
    .select()
    .from(enhancedPairs)
    .where(and(eq(enhancedPairs.subjectId, subjectId), after === null ? undefined : olderThan(after)))
    .orderBy(desc(enhancedPairs.createdAt), desc(enhancedPairs.id))
    .limit(limit);

const olderThan = ({ createdAt, id }: ListCursor): SQL | undefined =>
  or(
    lt(enhancedPairs.createdAt, createdAt),
    and(eq(enhancedPairs.createdAt, createdAt), lt(enhancedPairs.id, id)),
  );
