import { SealedBytesError } from "../keys/keyring.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import type { SubjectRow } from "./account.store.ts";
import type { DeletionLine, DeletionReceipt } from "./deletion-line.ts";
import { whatStays } from "./deletion-line.ts";
import { putDeletionReceipt } from "./deletion-receipt.store.ts";
import { openReceipt, sealReceipt } from "./sealed-receipt.ts";

/** A deletion's receipt while it is written. */
export interface ReceiptWriter {
  /** Says what became of an object. */
  readonly note: (kind: DeletionLine["kind"], name: string, outcome: DeletionLine["outcome"]) => void;
  /** Keeps it as far as it is; what is left is `not-yet`. */
  readonly keep: () => Promise<void>;
  /** Ends it in the transaction that deletes the rows: both are there afterwards, or neither. */
  readonly finish: (tx: SubjectTransaction, at: Date) => Promise<void>;
}

/**
 * Goes on with the receipt of a subject's deletion: what an earlier try has deleted stays told as that try found it.
 *
 * @param found every object that is there now
 */
export const writeReceipt = async (
  studio: Studio,
  subject: SubjectRow,
  found: readonly DeletionLine[],
): Promise<ReceiptWriter> => {
  const { id: subjectId, deletionReceiptId: id, deletionRequestedAt } = subject;
  const key = keyOf(studio, subject);
  const earlier = id === null || key === undefined ? undefined : await findEarlier(studio, id, key);
  const lines = new Map((earlier?.lines ?? []).map((line) => [nameOf(line), line]));
  for (const line of found) {
    const told = lines.get(nameOf(line));
    if (told === undefined || told.outcome === "not-yet") lines.set(nameOf(line), line);
  }
  const receipt = (finishedAt: Date | null): DeletionReceipt => ({
    formatVersion: 1,
    requestedAt: (deletionRequestedAt ?? studio.clock.now()).toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    lines: [...lines.values()],
    stays: [...whatStays],
  });
  const put = async (tx: SubjectTransaction, finishedAt: Date | null): Promise<void> => {
    // A deletion from before there were receipts, or whose key is gone, is carried out without one.
    if (id === null || key === undefined) return;
    const sealed = sealReceipt(id, key, receipt(finishedAt));
    const requestedAt = deletionRequestedAt ?? studio.clock.now();
    await putDeletionReceipt(tx, { id, requestedAt, finishedAt, sealed });
  };
  return {
    note: (kind, name, outcome) => {
      const line = lines.get(nameOf({ kind, name })) ?? { kind, name, size: null, outcome: "not-yet" };
      // Gone when asked for again is what an earlier try has done.
      if (outcome === "already-gone" && line.outcome !== "not-yet") return;
      lines.set(nameOf({ kind, name }), { ...line, outcome, at: studio.clock.now().toISOString() });
    },
    keep: () => studio.actingAs(subjectId, (tx) => put(tx, null)),
    finish: put,
  };
};

const nameOf = ({ kind, name }: Pick<DeletionLine, "kind" | "name">): string => `${kind} ${name}`;

const findEarlier = async (studio: Studio, id: string, key: string): Promise<DeletionReceipt | undefined> => {
  const row = await studio.signIn.findDeletionReceipt(id);
  return row === undefined ? undefined : openReceipt(id, key, row.sealed);
};

const keyOf = (studio: Studio, subject: SubjectRow): string | undefined => {
  const { deletionReceiptId: id, sealedReceiptKey: sealed } = subject;
  if (id === null || sealed === null) return undefined;
  try {
    return studio.keyring.decrypt("deletion receipts", id, sealed).toString();
  } catch (error) {
    if (!(error instanceof SealedBytesError)) throw error;
    studio.log.error({ error }, "a deletion is carried out without a receipt: its key cannot be opened");
    return undefined;
  }
};
