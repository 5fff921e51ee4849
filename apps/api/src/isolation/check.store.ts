import { eq } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { isolationChecks } from "../db/schema/isolation.ts";

/** What came out when the studio's audit last looked at a subject. */
export type CheckRow = typeof isolationChecks.$inferSelect;

/** Keeps what came out, in place of what was kept before. */
export const saveCheck = async (tx: SubjectTransaction, check: CheckRow): Promise<void> => {
  const { subjectId, ...found } = check;
  await tx
    .insert(isolationChecks)
    .values({ subjectId, ...found })
    .onConflictDoUpdate({ target: isolationChecks.subjectId, set: found });
};

/** What came out last; undefined before the first time. */
export const findCheck = async (tx: SubjectTransaction, subjectId: string): Promise<CheckRow | undefined> => {
  const [check] = await tx.select().from(isolationChecks).where(eq(isolationChecks.subjectId, subjectId));
  return check;
};
