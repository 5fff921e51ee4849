import type { Studio } from "../studio/studio.ts";
import { findSubject } from "./account.store.ts";
import { deleteSubject } from "./delete-subject.ts";

const subjectsAtOnce = 1_000;
/** Twenty tries of the job, five minutes apart at most, are over by then. */
const jobsOwnMs = 2 * 60 * 60 * 1_000;

/** As `whatStays` tells the person. */
const receiptsKeptMs = 90 * 24 * 60 * 60 * 1_000;

/**
 * Takes up again what the job of a deletion was set aside with: what was asked for is done, however long the provider
 * or the storage could not be had. Deletions that the job is still at are left to it.
 *
 * @returns how many were finished
 */
export const resumeDeletions = async (studio: Studio): Promise<number> => {
  const finishedBefore = new Date(studio.clock.now().getTime() - receiptsKeptMs);
  await studio.signIn.forgetDeletionReceipts(finishedBefore);
  let finished = 0;
  for (const subjectId of await studio.owners.subjectsToDelete(subjectsAtOnce)) {
    const subject = await studio.actingAs(subjectId, (tx) => findSubject(tx, subjectId));
    const since = subject?.deletionRequestedAt?.getTime();
    if (since === undefined || studio.clock.now().getTime() - since < jobsOwnMs) continue;
    try {
      await deleteSubject(studio, subjectId);
      finished += 1;
    } catch (error) {
      studio.log.error({ error }, "an account that was to be deleted hours ago is still not deleted");
    }
  }
  return finished;
};
