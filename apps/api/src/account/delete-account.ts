import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { countOwned, type OwnedCounts } from "./account-counts.store.ts";
import { markForDeletion } from "./account.store.ts";
import { whatStays } from "./deletion-line.ts";
import { putDeletionReceipt } from "./deletion-receipt.store.ts";
import { newReceiptKey, sealReceipt } from "./sealed-receipt.ts";

/** A deletion that has begun. */
export interface BegunDeletion {
  /** What there was, and so what is being deleted. */
  readonly deleting: OwnedCounts;
  /** What opens the receipt; given once, to the person alone. */
  readonly receipt: { readonly id: string; readonly key: string };
}

/**
 * Withdraws the caller's consent, which is deletion: from this moment nobody can sign in to the account, and a job
 * deletes every photo, portrait and row, and the model at the provider, until all of it is gone.
 */
export const deleteAccount = async (studio: Studio, caller: Caller): Promise<BegunDeletion> => {
  const { subjectId } = caller;
  const receipt = { id: studio.identifiers.next(), key: newReceiptKey() };
  const at = studio.clock.now();
  const sessions = await studio.signIn.listSessions(caller.userId, at);
  const deleting = await studio.actingAs(subjectId, async (tx) => {
    const owned = await countOwned(tx);
    const { keyring } = studio;
    await markForDeletion(tx, subjectId, {
      deletionRequestedAt: at,
      deletionReceiptId: receipt.id,
      sealedReceiptKey: keyring.encrypt("deletion receipts", receipt.id, Buffer.from(receipt.key)),
    });
    const sealed = sealReceipt(receipt.id, receipt.key, {
      formatVersion: 1,
      requestedAt: at.toISOString(),
      finishedAt: null,
      // Ended right here; all else is the job's.
      lines: [
        { kind: "rows", name: "sessions", size: sessions.length, outcome: "deleted", at: at.toISOString() },
      ],
      stays: [...whatStays],
    });
    await putDeletionReceipt(tx, { id: receipt.id, requestedAt: at, finishedAt: null, sealed });
    await studio.jobs.enqueue(tx, "delete-subject", { subjectId });
    return owned;
  });
  await studio.signIn.endSessions(caller.userId);
  return { deleting, receipt };
};
