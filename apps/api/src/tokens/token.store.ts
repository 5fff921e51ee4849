import { and, count, desc, eq } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { accessTokens } from "../db/schema/tokens.ts";

/** An access token as it is stored. */
export type TokenRow = typeof accessTokens.$inferSelect;

/** Adds a token of the acting subject. */
export const insertToken = async (tx: SubjectTransaction, token: Omit<TokenRow, "usedAt">): Promise<void> => {
  await tx.insert(accessTokens).values(token);
};

/** How many tokens the subject has, those that have run out included. */
export const countTokens = async (tx: SubjectTransaction, subjectId: string): Promise<number> => {
  const [found] = await tx
    .select({ tokens: count() })
    .from(accessTokens)
    .where(eq(accessTokens.subjectId, subjectId));
  return found?.tokens ?? 0;
};

/** The subject's tokens, the newest first. */
export const listTokenRows = (tx: SubjectTransaction, subjectId: string): Promise<TokenRow[]> =>
  tx
    .select()
    .from(accessTokens)
    .where(eq(accessTokens.subjectId, subjectId))
    .orderBy(desc(accessTokens.createdAt), desc(accessTokens.id));

/** The acting subject's token with this hash. */
export const findToken = async (
  tx: SubjectTransaction,
  subjectId: string,
  hash: string,
): Promise<TokenRow | undefined> => {
  const [token] = await tx
    .select()
    .from(accessTokens)
    .where(and(eq(accessTokens.subjectId, subjectId), eq(accessTokens.hash, hash)));
  return token;
};

/** Notes when a token was last used. */
export const noteTokenUse = async (
  tx: SubjectTransaction,
  { id, subjectId }: Pick<TokenRow, "id" | "subjectId">,
  at: Date,
): Promise<void> => {
  await tx
    .update(accessTokens)
    .set({ usedAt: at })
    .where(and(eq(accessTokens.subjectId, subjectId), eq(accessTokens.id, id)));
};

/** Removes one of the subject's tokens; whether there was such a one. */
export const deleteToken = async (
  tx: SubjectTransaction,
  subjectId: string,
  tokenId: string,
): Promise<boolean> => {
  const gone = await tx
    .delete(accessTokens)
    .where(and(eq(accessTokens.subjectId, subjectId), eq(accessTokens.id, tokenId)))
    .returning({ id: accessTokens.id });
  return gone.length > 0;
};

/** Removes every token of the subject. */
export const deleteEveryToken = async (tx: SubjectTransaction, subjectId: string): Promise<void> => {
  await tx.delete(accessTokens).where(eq(accessTokens.subjectId, subjectId));
};
