import { appendEvent } from "../events/event.store.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { type CreditEntryRow, insertEntry, type NewCreditEntry } from "./credit-entry.store.ts";

/** Adds an entry to a subject's ledger and tells the subject's pages; the verbs that move credits end here. */
export const enter = async (
  studio: Studio,
  tx: SubjectTransaction,
  entry: Omit<NewCreditEntry, "createdAt">,
): Promise<CreditEntryRow> => {
  const now = studio.clock.now();
  const entered = await insertEntry(tx, { ...entry, createdAt: now });
  await appendEvent(tx, entry.subjectId, { type: "credits", entityId: entry.subjectId, at: now });
  return entered;
};
