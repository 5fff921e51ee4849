import { and, asc, count, eq, or } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { selfies } from "../db/schema/selfies.ts";

/** A selfie as it is stored. */
export type SelfieRow = typeof selfies.$inferSelect;

/** Adds a selfie. */
export const insertSelfie = async (tx: SubjectTransaction, selfie: SelfieRow): Promise<void> => {
  await tx.insert(selfies).values(selfie);
};

/** The acting subject's selfie that is the same upload, or has become the same picture. */
export const findSameSelfie = async (
  tx: SubjectTransaction,
  { uploadSha256, sha256 }: Pick<SelfieRow, "uploadSha256" | "sha256">,
): Promise<SelfieRow | undefined> => {
  const [row] = await tx
    .select()
    .from(selfies)
    .where(or(eq(selfies.uploadSha256, uploadSha256), eq(selfies.sha256, sha256)));
  return row;
};

/** One of the acting subject's selfies. */
export const findSelfie = async (tx: SubjectTransaction, id: string): Promise<SelfieRow | undefined> => {
  const [row] = await tx.select().from(selfies).where(eq(selfies.id, id));
  return row;
};

/** The acting subject's selfie whose stored picture has this hash. */
export const findSelfieByPicture = async (
  tx: SubjectTransaction,
  sha256: string,
): Promise<SelfieRow | undefined> => {
  const [row] = await tx.select().from(selfies).where(eq(selfies.sha256, sha256));
  return row;
};

/** How many selfies the subject has. */
export const countSelfies = async (tx: SubjectTransaction, subjectId: string): Promise<number> => {
  const [row] = await tx.select({ rows: count() }).from(selfies).where(eq(selfies.subjectId, subjectId));
  return row?.rows ?? 0;
};

/** The acting subject's selfies in the order in which they were added. */
export const listSelfieRows = (tx: SubjectTransaction, subjectId: string): Promise<SelfieRow[]> =>
  tx
    .select()
    .from(selfies)
    .where(eq(selfies.subjectId, subjectId))
    .orderBy(asc(selfies.createdAt), asc(selfies.id));

/** Removes one of the acting subject's selfies; whether there was one. */
export const deleteSelfie = async (
  tx: SubjectTransaction,
  subjectId: string,
  id: string,
): Promise<boolean> => {
  const removed = await tx
    .delete(selfies)
    .where(and(eq(selfies.subjectId, subjectId), eq(selfies.id, id)))
    .returning({ id: selfies.id });
  return removed.length > 0;
};
