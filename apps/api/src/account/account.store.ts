import { eq } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { consents, subjects } from "../db/schema/subjects.ts";

/** A subject as it is stored. */
export type SubjectRow = typeof subjects.$inferSelect;

/** A consent as it is stored. */
export type ConsentRow = typeof consents.$inferSelect;

/** Adds the acting subject, unless the person has one or the number is taken; whether it was added. */
export const insertSubject = async (
  tx: SubjectTransaction,
  subject: Pick<SubjectRow, "id" | "userId" | "subjectNumber" | "triggerWord" | "createdAt">,
): Promise<boolean> => {
  const added = await tx
    .insert(subjects)
    .values(subject)
    .onConflictDoNothing()
    .returning({ id: subjects.id });
  return added.length > 0;
};

/** The acting subject's row. */
export const findSubject = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<SubjectRow | undefined> => {
  const [subject] = await tx.select().from(subjects).where(eq(subjects.id, subjectId));
  return subject;
};

/** The acting subject's row, held until the transaction ends: what must not happen twice at once happens behind it. */
export const lockSubject = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<SubjectRow | undefined> => {
  const [subject] = await tx.select().from(subjects).where(eq(subjects.id, subjectId)).for("update");
  return subject;
};

/** The consents the subject gave, in no particular order. */
export const listConsents = (tx: SubjectTransaction, subjectId: string): Promise<ConsentRow[]> =>
  tx.select().from(consents).where(eq(consents.subjectId, subjectId));

/** Records a consent; one to the same version is kept as it was first given. Whether it was the first. */
export const insertConsent = async (tx: SubjectTransaction, consent: ConsentRow): Promise<boolean> => {
  const added = await tx
    .insert(consents)
    .values(consent)
    .onConflictDoNothing()
    .returning({ id: consents.id });
  return added.length > 0;
};

/** Marks the subject as being deleted, with the receipt of it. */
export const markForDeletion = async (
  tx: SubjectTransaction,
  subjectId: string,
  mark: Partial<Pick<SubjectRow, "deletionRequestedAt" | "deletionReceiptId" | "sealedReceiptKey">>,
): Promise<void> => {
  await tx.update(subjects).set(mark).where(eq(subjects.id, subjectId));
};

/** Lets a subject make nothing new, for a reason, or lets it again. */
export const setSuspension = async (
  tx: SubjectTransaction,
  subjectId: string,
  suspension: { readonly at: Date; readonly reason: string } | null,
): Promise<void> => {
  await tx
    .update(subjects)
    .set({ suspendedAt: suspension?.at ?? null, suspensionReason: suspension?.reason ?? null })
    .where(eq(subjects.id, subjectId));
};

/** Sets the most credits the subject wants to spend in a month; null takes the bound away. */
export const setMonthlyCreditCap = async (
  tx: SubjectTransaction,
  subjectId: string,
  monthlyCreditCap: number | null,
): Promise<void> => {
  await tx.update(subjects).set({ monthlyCreditCap }).where(eq(subjects.id, subjectId));
};
