import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { countOwned, type OwnedCounts } from "./account-counts.store.ts";
import { markForDeletion } from "./account.store.ts";

/**
 * Withdraws the caller's consent, which is deletion: from this moment nobody can sign in to the account, and a job
 * deletes every photo, portrait and row, and the model at the provider, until all of it is gone.
 *
 * @returns what there was, and so what is being deleted
 */
export const deleteAccount = async (studio: Studio, caller: Caller): Promise<OwnedCounts> => {
  const counts = await studio.actingAs(caller.subjectId, async (tx) => {
    const owned = await countOwned(tx);
    await markForDeletion(tx, caller.subjectId, studio.clock.now());
    await studio.jobs.enqueue(tx, "delete-subject", { subjectId: caller.subjectId });
    return owned;
  });
  await studio.signIn.endSessions(caller.userId);
  return counts;
};
