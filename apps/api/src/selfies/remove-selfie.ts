import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { findOpenTraining } from "../models/model.store.ts";
import type { Caller } from "../studio/caller.ts";
import { withPictureFailures } from "../studio/picture-failures.ts";
import type { Studio } from "../studio/studio.ts";
import { deleteSelfiePictures } from "./delete-selfie-pictures.ts";
import { deleteSelfie, findSelfie } from "./selfie.store.ts";

/**
 * Removes one of the caller's selfies, row first, then its pictures.
 *
 * @throws DomainError `not_found`, `selfie_in_training` while a training has yet to be sent, `storage_unavailable`
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
    return selfie;
  });
  await withPictureFailures(studio, () => deleteSelfiePictures(studio.images, caller.subjectId, sha256));
};
