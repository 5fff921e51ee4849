import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { generations } from "../db/schema/generations.ts";
import { cardGenerations, conversations, conversationTurns } from "../db/schema/maya.ts";
import type { GenerationRow } from "../generations/generation.store.ts";
import type { ListCursor } from "../studio/list-cursor.ts";

/** A conversation as it is stored. */
export type ConversationRow = typeof conversations.$inferSelect;

/** A turn as it is stored, with its cards. */
export type TurnRow = typeof conversationTurns.$inferSelect;

/** What a new turn is stored with. */
export type NewTurn = typeof conversationTurns.$inferInsert;

/** A generation with the card it was made from. */
export interface CardGenerationRow {
  readonly turnId: string;
  readonly cardNumber: number;
  readonly generation: GenerationRow;
}

/** Adds a conversation. */
export const insertConversation = async (
  tx: SubjectTransaction,
  conversation: ConversationRow,
): Promise<void> => {
  await tx.insert(conversations).values(conversation);
};

/** One of the acting subject's conversations. */
export const findConversation = async (
  tx: SubjectTransaction,
  id: string,
): Promise<ConversationRow | undefined> => {
  const [row] = await tx.select().from(conversations).where(eq(conversations.id, id));
  return row;
};

/** One of the acting subject's conversations, held until the transaction ends: turns follow each other. */
export const lockConversation = async (
  tx: SubjectTransaction,
  id: string,
): Promise<ConversationRow | undefined> => {
  const [row] = await tx.select().from(conversations).where(eq(conversations.id, id)).for("update");
  return row;
};

/** The acting subject's conversation in which nothing was said yet. */
export const findUnusedConversation = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<ConversationRow | undefined> => {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.subjectId, subjectId), isNull(conversations.title)))
    .limit(1);
  return row;
};

/** The acting subject's conversations after a cursor, the one last written in first. */
export const listConversationRows = (
  tx: SubjectTransaction,
  subjectId: string,
  { after, limit }: { readonly after: ListCursor | null; readonly limit: number },
): Promise<ConversationRow[]> => {
  const older =
    after === null
      ? undefined
      : or(
          lt(conversations.saidAt, after.createdAt),
          and(eq(conversations.saidAt, after.createdAt), lt(conversations.id, after.id)),
        );
  return tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.subjectId, subjectId), older))
    .orderBy(desc(conversations.saidAt), desc(conversations.id))
    .limit(limit);
};

/** Changes columns of one conversation. */
export const updateConversation = async (
  tx: SubjectTransaction,
  id: string,
  changes: Partial<Pick<ConversationRow, "title" | "saidAt">>,
): Promise<ConversationRow | undefined> => {
  const [row] = await tx.update(conversations).set(changes).where(eq(conversations.id, id)).returning();
  return row;
};

/** Deletes a conversation with its turns; whether there was one. What was made from its cards stays. */
export const deleteConversation = async (tx: SubjectTransaction, id: string): Promise<boolean> => {
  const deleted = await tx
    .delete(conversations)
    .where(eq(conversations.id, id))
    .returning({ id: conversations.id });
  return deleted.length > 0;
};

/** Adds turns. */
export const insertTurns = async (tx: SubjectTransaction, turns: readonly NewTurn[]): Promise<TurnRow[]> =>
  tx
    .insert(conversationTurns)
    .values([...turns])
    .returning();

/** The turns of a conversation in their order. */
export const listTurns = (tx: SubjectTransaction, conversationId: string): Promise<TurnRow[]> =>
  tx
    .select()
    .from(conversationTurns)
    .where(eq(conversationTurns.conversationId, conversationId))
    .orderBy(asc(conversationTurns.position));

/** One of the acting subject's turns. */
export const findTurn = async (tx: SubjectTransaction, id: string): Promise<TurnRow | undefined> => {
  const [row] = await tx.select().from(conversationTurns).where(eq(conversationTurns.id, id));
  return row;
};

/** One of the acting subject's turns, held until the transaction ends. */
export const lockTurn = async (tx: SubjectTransaction, id: string): Promise<TurnRow | undefined> => {
  const [row] = await tx.select().from(conversationTurns).where(eq(conversationTurns.id, id)).for("update");
  return row;
};

/** Changes columns of a turn. */
export const updateTurn = async (
  tx: SubjectTransaction,
  id: string,
  changes: Partial<NewTurn>,
): Promise<TurnRow | undefined> => {
  const [row] = await tx
    .update(conversationTurns)
    .set(changes)
    .where(eq(conversationTurns.id, id))
    .returning();
  return row;
};

/** Changes columns of a turn as long as it is being answered; undefined when it is not any more. */
export const updateAnsweringTurn = async (
  tx: SubjectTransaction,
  id: string,
  changes: Partial<NewTurn>,
): Promise<TurnRow | undefined> => {
  const [row] = await tx
    .update(conversationTurns)
    .set(changes)
    .where(and(eq(conversationTurns.id, id), isNotNull(conversationTurns.answeringUntil)))
    .returning();
  return row;
};

/** Deletes turns. */
export const deleteTurns = async (tx: SubjectTransaction, ids: readonly string[]): Promise<void> => {
  await tx.delete(conversationTurns).where(inArray(conversationTurns.id, [...ids]));
};

/** Binds a generation to the card it was made from. */
export const insertCardGeneration = async (
  tx: SubjectTransaction,
  link: typeof cardGenerations.$inferInsert,
): Promise<void> => {
  await tx.insert(cardGenerations).values(link);
};

/** The card that a generation was made from. */
export const findCardOf = async (
  tx: SubjectTransaction,
  generationId: string,
): Promise<{ readonly turnId: string; readonly cardNumber: number } | undefined> => {
  const [row] = await tx
    .select({ turnId: cardGenerations.turnId, cardNumber: cardGenerations.cardNumber })
    .from(cardGenerations)
    .where(eq(cardGenerations.generationId, generationId));
  return row;
};

/** What was made from the cards of turns, oldest first. */
export const listCardGenerations = (
  tx: SubjectTransaction,
  turnIds: readonly string[],
): Promise<CardGenerationRow[]> =>
  tx
    .select({
      turnId: cardGenerations.turnId,
      cardNumber: cardGenerations.cardNumber,
      generation: generations,
    })
    .from(cardGenerations)
    .innerJoin(generations, eq(generations.id, cardGenerations.generationId))
    .where(inArray(cardGenerations.turnId, [...turnIds]))
    .orderBy(asc(generations.createdAt), asc(generations.id));
