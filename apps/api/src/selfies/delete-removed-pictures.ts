import { lockSubject } from "../account/account.store.ts";
import type { Studio } from "../studio/studio.ts";
import { deleteSelfiePictures } from "./delete-selfie-pictures.ts";
import { findSelfieByPicture } from "./selfie.store.ts";

/**
 * Deletes the pictures of a selfie that was removed, until storage has done it. Where the same picture has been added
 * again meanwhile, it stays.
 *
 * @throws StorageUnavailableError when it has to be tried again later
 */
export const deleteRemovedPictures = async (
  studio: Studio,
  subjectId: string,
  sha256: string,
): Promise<void> => {
  const isThereAgain = await studio.actingAs(subjectId, async (tx) => {
    await lockSubject(tx, subjectId);
    return (await findSelfieByPicture(tx, sha256)) !== undefined;
  });
  if (!isThereAgain) await deleteSelfiePictures(studio.images, subjectId, sha256);
};
