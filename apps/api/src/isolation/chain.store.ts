import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { isolationChains, isolationEntries, isolationHeads, pseudonymKeys } from "../db/schema/isolation.ts";
import { subjects } from "../db/schema/subjects.ts";
import type { IsolationEntry } from "./isolation-entry.ts";

/** The last entry of a chain, under the studio's seal. */
export interface ChainHead {
  readonly chainId: string;
  readonly position: number;
  readonly hash: string;
  readonly sealKeyId: string;
  readonly seal: string;
}

/** One of a subject's keys, encrypted with the studio's. */
export type SealedPseudonymKey = Pick<typeof pseudonymKeys.$inferSelect, "number" | "sealedKey">;

/** The end of the acting subject's chain with its newest key, held until the transaction ends; undefined before the first entry. */
export const lockChain = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<{ readonly head: ChainHead; readonly key: SealedPseudonymKey } | undefined> => {
  // The subject's row is locked first, as whoever appends an event does: two transactions never wait for each other.
  const [found] = await tx
    .select({
      head: isolationHeads,
      key: { number: pseudonymKeys.number, sealedKey: pseudonymKeys.sealedKey },
    })
    .from(subjects)
    .innerJoin(isolationChains, eq(isolationChains.subjectId, subjects.id))
    .innerJoin(isolationHeads, eq(isolationHeads.chainId, isolationChains.chainId))
    .innerJoin(pseudonymKeys, eq(pseudonymKeys.subjectId, subjects.id))
    .where(eq(subjects.id, subjectId))
    .orderBy(desc(pseudonymKeys.number))
    .limit(1)
    .for("no key update", { of: [subjects, isolationHeads] });
  return found;
};

/** The acting subject's chain as it ends now; undefined before the first entry. */
export const findHead = async (tx: SubjectTransaction, subjectId: string): Promise<ChainHead | undefined> => {
  const [found] = await tx
    .select({ head: isolationHeads })
    .from(isolationChains)
    .innerJoin(isolationHeads, eq(isolationHeads.chainId, isolationChains.chainId))
    .where(eq(isolationChains.subjectId, subjectId));
  return found?.head;
};

/** Gives the acting subject a chain. */
export const insertChain = async (
  tx: SubjectTransaction,
  chain: typeof isolationChains.$inferInsert,
): Promise<void> => {
  await tx.insert(isolationChains).values(chain);
};

/** Gives the acting subject a further key. */
export const insertPseudonymKey = async (
  tx: SubjectTransaction,
  key: typeof pseudonymKeys.$inferInsert,
): Promise<void> => {
  await tx.insert(pseudonymKeys).values(key);
};

/** The acting subject's keys, newest first. */
export const listPseudonymKeys = (tx: SubjectTransaction, subjectId: string): Promise<SealedPseudonymKey[]> =>
  tx
    .select({ number: pseudonymKeys.number, sealedKey: pseudonymKeys.sealedKey })
    .from(pseudonymKeys)
    .where(eq(pseudonymKeys.subjectId, subjectId))
    .orderBy(desc(pseudonymKeys.number));

/** Replaces the encryption of one of the acting subject's keys; the key itself stays. */
export const updateSealedKey = async (
  tx: SubjectTransaction,
  subjectId: string,
  { number, sealedKey }: SealedPseudonymKey,
): Promise<void> => {
  await tx
    .update(pseudonymKeys)
    .set({ sealedKey })
    .where(and(eq(pseudonymKeys.subjectId, subjectId), eq(pseudonymKeys.number, number)));
};

/** Adds entries at the end of the acting subject's chain, and moves its head there. */
export const insertEntries = async (
  tx: SubjectTransaction,
  entries: readonly IsolationEntry[],
  head: ChainHead & { readonly changedAt: Date },
): Promise<void> => {
  const { chainId, ...moved } = head;
  const added = tx.$with("added").as(
    tx
      .insert(isolationEntries)
      .values([...entries])
      .returning({ position: isolationEntries.position }),
  );
  // One statement instead of two: whatever goes to the provider passes here.
  await tx
    .with(added)
    .insert(isolationHeads)
    .values({ chainId, ...moved })
    .onConflictDoUpdate({ target: isolationHeads.chainId, set: moved });
};

/** Seals the head of the acting subject's chain again. */
export const updateSeal = async (
  tx: SubjectTransaction,
  { chainId, sealKeyId, seal }: Pick<ChainHead, "chainId" | "sealKeyId" | "seal">,
): Promise<void> => {
  await tx.update(isolationHeads).set({ sealKeyId, seal }).where(eq(isolationHeads.chainId, chainId));
};

/** An entry as the database gives it: its statement is not looked into yet. */
export type EntryRow = Omit<IsolationEntry, "statement"> & { readonly statement: unknown };

/** The entries of the acting subject's chain after a position, oldest first. */
export const listEntries = (
  tx: SubjectTransaction,
  chainId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<EntryRow[]> =>
  tx
    .select()
    .from(isolationEntries)
    .where(and(eq(isolationEntries.chainId, chainId), gt(isolationEntries.position, after)))
    .orderBy(asc(isolationEntries.position))
    .limit(limit);
