import { findSubject } from "../account/account.store.ts";
import { isDomainError } from "../errors/domain-error.ts";
import type { Studio } from "../studio/studio.ts";
import { removeSelfie } from "./remove-selfie.ts";

const selfiesAtOnce = 100;

/**
 * Removes selfies whose subject has set for how many days they are kept after a training, once those are over.
 *
 * @returns how many
 */
export const forgetSelfies = async (studio: Studio): Promise<number> => {
  let forgotten = 0;
  for (const { subjectId, selfieId } of await studio.owners.selfiesToForget(
    studio.clock.now(),
    selfiesAtOnce,
  )) {
    const subject = await studio.actingAs(subjectId, (tx) => findSubject(tx, subjectId));
    if (subject === undefined) continue;
    const { subjectNumber, triggerWord, userId } = subject;
    try {
      await removeSelfie(studio, { subjectId, subjectNumber, triggerWord, userId, email: "" }, selfieId);
      forgotten += 1;
    } catch (error) {
      // Removed meanwhile, or about to be trained on once more: the next look decides.
      if (!isDomainError(error)) throw error;
    }
  }
  return forgotten;
};
