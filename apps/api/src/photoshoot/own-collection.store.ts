import { and, count, desc, eq } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { ownCollections } from "../db/schema/shoots.ts";

/** A collection of a subject's own as it is stored. */
export type OwnCollectionRow = typeof ownCollections.$inferSelect;

/** Adds a collection of the subject's own. */
export const insertOwnCollection = async (
  tx: SubjectTransaction,
  collection: typeof ownCollections.$inferInsert,
): Promise<OwnCollectionRow> => {
  const [row] = await tx.insert(ownCollections).values(collection).returning();
  if (row === undefined) throw new Error("The database gave no row back for a new collection");
  return row;
};

/** One of the acting subject's own collections. */
export const findOwnCollection = async (
  tx: SubjectTransaction,
  id: string,
): Promise<OwnCollectionRow | undefined> => {
  const [row] = await tx.select().from(ownCollections).where(eq(ownCollections.id, id));
  return row;
};

/** All of the acting subject's own collections, newest first. */
export const listOwnCollectionRows = (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<OwnCollectionRow[]> =>
  tx
    .select()
    .from(ownCollections)
    .where(eq(ownCollections.subjectId, subjectId))
    .orderBy(desc(ownCollections.createdAt), desc(ownCollections.id));

/** How many collections of their own the acting subject has. */
export const countOwnCollections = async (tx: SubjectTransaction, subjectId: string): Promise<number> => {
  const [row] = await tx
    .select({ rows: count() })
    .from(ownCollections)
    .where(eq(ownCollections.subjectId, subjectId));
  return row?.rows ?? 0;
};

/** Writes a collection anew, if it is still of the version that the change was made from. */
export const updateOwnCollection = async (
  tx: SubjectTransaction,
  { id, version }: Pick<OwnCollectionRow, "id" | "version">,
  words: Pick<OwnCollectionRow, "title" | "description" | "shots" | "savedAt">,
): Promise<OwnCollectionRow | undefined> => {
  const [row] = await tx
    .update(ownCollections)
    .set({ ...words, version: version + 1 })
    .where(and(eq(ownCollections.id, id), eq(ownCollections.version, version)))
    .returning();
  return row;
};

/** Deletes a collection; whether there was one. */
export const deleteOwnCollectionRow = async (tx: SubjectTransaction, id: string): Promise<boolean> =>
  (await tx.delete(ownCollections).where(eq(ownCollections.id, id)).returning({ id: ownCollections.id }))
    .length > 0;
