import { and, count, desc, eq, inArray, isNotNull, isNull, lt, ne, or, type SQL } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { generations } from "../db/schema/generations.ts";
import type { ListCursor } from "../studio/list-cursor.ts";

/** A generation as it is stored. */
export type GenerationRow = typeof generations.$inferSelect;

/** What a new generation is stored with. */
export type NewGeneration = typeof generations.$inferInsert;

/** Adds a generation: from here on it exists, whatever happens to the process. */
export const insertGeneration = async (
  tx: SubjectTransaction,
  generation: NewGeneration,
): Promise<GenerationRow> => {
  const [row] = await tx.insert(generations).values(generation).returning();
  if (row === undefined) throw new Error("The database gave no row back for a new generation");
  return row;
};

/** One of the acting subject's generations. */
export const findGeneration = async (
  tx: SubjectTransaction,
  id: string,
): Promise<GenerationRow | undefined> => {
  const [row] = await tx.select().from(generations).where(eq(generations.id, id));
  return row;
};

/** One of the acting subject's generations, held until the transaction ends. */
export const lockGeneration = async (
  tx: SubjectTransaction,
  id: string,
): Promise<GenerationRow | undefined> => {
  const [row] = await tx.select().from(generations).where(eq(generations.id, id)).for("update");
  return row;
};

/** The generation that an earlier request with the same key made. */
export const findGenerationByKey = async (
  tx: SubjectTransaction,
  idempotencyKey: string,
): Promise<GenerationRow | undefined> => {
  const [row] = await tx.select().from(generations).where(eq(generations.idempotencyKey, idempotencyKey));
  return row;
};

/** The provider's ids of the subject's other generations with the same prompt and seed: in its list they look alike. */
export const listTwinProviderIds = async (
  tx: SubjectTransaction,
  { id, subjectId, prompt, seed }: Pick<GenerationRow, "id" | "subjectId" | "prompt" | "seed">,
): Promise<string[]> => {
  const isTwin = and(
    eq(generations.subjectId, subjectId),
    eq(generations.prompt, prompt),
    eq(generations.seed, seed),
    ne(generations.id, id),
  );
  const rows = await tx.select({ providerId: generations.providerId }).from(generations).where(isTwin);
  return rows.flatMap(({ providerId }) => (providerId === null ? [] : [providerId]));
};

/** The subject's generations that the provider has and that have not ended, all of them. */
export const listRunningGenerations = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<{ readonly id: string; readonly providerId: string }[]> => {
  const rows = await tx
    .select({ id: generations.id, providerId: generations.providerId })
    .from(generations)
    .where(
      and(
        eq(generations.subjectId, subjectId),
        isNull(generations.endedAt),
        isNotNull(generations.providerId),
      ),
    );
  return rows.flatMap(({ id, providerId }) => (providerId === null ? [] : [{ id, providerId }]));
};

/** How many of the subject's generations are being stored. */
export const countStoring = async (tx: SubjectTransaction, subjectId: string): Promise<number> =>
  (
    await tx
      .select({ rows: count() })
      .from(generations)
      .where(and(eq(generations.subjectId, subjectId), eq(generations.status, "storing")))
  )[0]?.rows ?? 0;

/** Changes columns of one generation. */
export const updateGeneration = async (
  tx: SubjectTransaction,
  id: string,
  changes: Partial<NewGeneration>,
): Promise<GenerationRow> => {
  const [row] = await tx.update(generations).set(changes).where(eq(generations.id, id)).returning();
  if (row === undefined) throw new Error(`There is no generation ${id} to change`);
  return row;
};

/** The acting subject's generations after a cursor, newest first. */
export const listGenerationRows = (
  tx: SubjectTransaction,
  subjectId: string,
  { after, limit }: { readonly after: ListCursor | null; readonly limit: number },
): Promise<GenerationRow[]> =>
  tx
    .select()
    .from(generations)
    .where(and(eq(generations.subjectId, subjectId), after === null ? undefined : olderThan(after)))
    .orderBy(desc(generations.createdAt), desc(generations.id))
    .limit(limit);

const olderThan = ({ createdAt, id }: ListCursor): SQL | undefined =>
  or(lt(generations.createdAt, createdAt), and(eq(generations.createdAt, createdAt), lt(generations.id, id)));

/** Some of the acting subject's generations, in no order. */
export const listGenerationsById = async (
  tx: SubjectTransaction,
  ids: readonly string[],
): Promise<GenerationRow[]> =>
  ids.length === 0
    ? []
    : tx
        .select()
        .from(generations)
        .where(inArray(generations.id, [...ids]));
