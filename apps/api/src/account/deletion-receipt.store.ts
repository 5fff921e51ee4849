import { sql } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { appRole } from "../db/roles.ts";
import { deletionReceipts } from "../db/schema/subjects.ts";

/** A receipt as it is stored: encrypted with a key that is not there. */
export type DeletionReceiptRow = typeof deletionReceipts.$inferSelect;

/** Writes a receipt in the place of what it said before, in the transaction of the subject that it tells of. */
export const putDeletionReceipt = async (tx: SubjectTransaction, row: DeletionReceiptRow): Promise<void> => {
  // Receipts belong to no subject, so the app's role knows nothing of them; for one statement it is stepped out of.
  await tx.execute(sql`select set_config('role', 'none', true)`);
  await tx
    .insert(deletionReceipts)
    .values(row)
    .onConflictDoUpdate({
      target: deletionReceipts.id,
      set: { finishedAt: row.finishedAt, sealed: row.sealed },
    });
  await tx.execute(sql`select set_config('role', ${appRole.name}, true)`);
};
