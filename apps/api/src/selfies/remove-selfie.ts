import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { findOpenTraining } from "../models/model.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { deleteSelfiePictures } from "./delete-selfie-pictures.ts";
import { deleteSelfie, findSelfie } from "./selfie.store.ts";

/**
 * Removes one of the caller's selfies: the row, and with it the job that deletes its pictures; storage is asked at once,
 * too, so that they are gone when this returns, unless it fails.
 *
 * @throws DomainError `not_found`, `selfie_in_training` while a training has yet to be sent
 */
export const removeSelfie = async (studio: Studio, caller: Caller, selfieId: string): Promise<void> => {
  const { sha256 } = await studio.actingAs(caller.subjectId, async (tx) => {
    // A training that is being started holds this too: either it freezes its set first, or without this selfie.
    await lockSubject(tx, caller.subjectId);
    const selfie = await findSelfie(tx, selfieId);
    if (selfie === undefined) throw new DomainError("not_found", { what: "selfie" });
    const open = await findOpenTraining(tx, caller.subjectId);
    if (open !== undefined && (open.status === "draft" || open.status === "uploading")) {
      throw new DomainError("selfie_in_training", { trainingId: open.id });
    }
    await deleteSelfie(tx, caller.subjectId, selfieId);
    await appendEvent(tx, caller.subjectId, { type: "selfies", entityId: selfieId, at: studio.clock.now() });
    const rows = [{ table: "selfies", removedId: selfieId }] as const;
    await appendEntry(studio, tx, caller.subjectId, { kind: "selfie-removed", rows });
    const pictures = { subjectId: caller.subjectId, sha256: selfie.sha256 };
    await studio.jobs.enqueue(tx, "delete-selfie-pictures", pictures);
    return selfie;
  });
  // The row is gone for good; what storage does not do now, the job does later.
  await deleteSelfiePictures(studio.images, caller.subjectId, sha256).catch((error: unknown) =>
    studio.log.warn({ error, selfieId }, "the pictures of a removed selfie could not be deleted yet"),
  );
};
