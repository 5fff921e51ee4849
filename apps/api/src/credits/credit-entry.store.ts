import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { creditEntries } from "../db/schema/credits.ts";
import type { Balance } from "./balance-view.ts";
import type { PaidWork } from "./paid-work.ts";

/** An entry of a ledger as it is stored. */
export type CreditEntryRow = typeof creditEntries.$inferSelect;

/** A new entry. The database counts its position and both balances, and refuses one below zero. */
export type NewCreditEntry = Omit<
  typeof creditEntries.$inferInsert,
  "position" | "availableAfter" | "heldAfter"
>;

/** Adds an entry at the end of its subject's ledger. */
export const insertEntry = async (tx: SubjectTransaction, entry: NewCreditEntry): Promise<CreditEntryRow> => {
  const [row] = await tx.insert(creditEntries).values(entry).returning();
  if (row === undefined) throw new Error("The database gave no row back for a new entry of the ledger");
  return row;
};

/** What the acting subject can spend, and what is held for work under way: what the newest entry has left. */
export const findBalance = async (tx: SubjectTransaction, subjectId: string): Promise<Balance> => {
  const [newest] = await tx
    .select({ available: creditEntries.availableAfter, reserved: creditEntries.heldAfter })
    .from(creditEntries)
    .where(eq(creditEntries.subjectId, subjectId))
    .orderBy(desc(creditEntries.position))
    .limit(1);
  return newest ?? { available: 0, reserved: 0 };
};

/** The reservation for some work with what it still holds; undefined for work from before there were credits. */
export const findReservation = async (
  tx: SubjectTransaction,
  { kind, id }: PaidWork,
): Promise<{ readonly id: string; readonly remaining: number } | undefined> => {
  const workId = kind === "generation" ? creditEntries.generationId : creditEntries.trainingId;
  const [reserving] = await tx.select({ id: creditEntries.id }).from(creditEntries).where(eq(workId, id));
  if (reserving === undefined) return undefined;
  const [held] = await tx
    .select({ remaining: sql<number>`sum(${creditEntries.held})::integer` })
    .from(creditEntries)
    .where(eq(creditEntries.reservationId, reserving.id));
  return { id: reserving.id, remaining: held?.remaining ?? 0 };
};

/** The acting subject's grant that was made under a key. */
export const findGrant = async (
  tx: SubjectTransaction,
  reason: CreditEntryRow["reason"],
  grantKey: string,
): Promise<CreditEntryRow | undefined> => {
  const [row] = await tx
    .select()
    .from(creditEntries)
    .where(and(eq(creditEntries.reason, reason), eq(creditEntries.grantKey, grantKey)));
  return row;
};

/** What the acting subject has reserved since a moment and not got back, in credits. */
export const sumSpentSince = async (
  tx: SubjectTransaction,
  subjectId: string,
  since: Date,
): Promise<number> => {
  const entry = alias(creditEntries, "entry");
  const [sum] = await tx
    .select({ spent: sql<number>`coalesce(-sum(${entry.amount}), 0)::integer` })
    .from(creditEntries)
    .innerJoin(entry, eq(entry.reservationId, creditEntries.id))
    .where(
      and(
        eq(creditEntries.subjectId, subjectId),
        eq(creditEntries.kind, "reserve"),
        gte(creditEntries.createdAt, since),
      ),
    );
  return sum?.spent ?? 0;
};

/** An entry with the work that its reservation is for. */
export type DescribedEntry = CreditEntryRow & {
  readonly work: { readonly generationId: string | null; readonly trainingId: string | null };
};

/** The acting subject's entries before a position, newest first. */
export const listEntries = async (
  tx: SubjectTransaction,
  subjectId: string,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<DescribedEntry[]> => {
  const reserving = alias(creditEntries, "reserving");
  const found = await tx
    .select({
      entry: creditEntries,
      generationId: reserving.generationId,
      trainingId: reserving.trainingId,
    })
    .from(creditEntries)
    .leftJoin(reserving, eq(reserving.id, creditEntries.reservationId))
    .where(
      and(
        eq(creditEntries.subjectId, subjectId),
        before === null ? undefined : lt(creditEntries.position, before),
      ),
    )
    .orderBy(desc(creditEntries.position))
    .limit(limit);
  return found.map(({ entry, generationId, trainingId }) => ({
    ...entry,
    work: { generationId, trainingId },
  }));
};
