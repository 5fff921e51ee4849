import { selfieKey, thumbnailKey, thumbnailSizes } from "../images/image-key.ts";
import type { ImageStore } from "../images/image-store.ts";

/**
 * Deletes a selfie's picture and its smaller copies from storage; those that are gone already are no matter.
 *
 * @throws StorageUnavailableError
 */
export const deleteSelfiePictures = async (
  images: ImageStore,
  subjectId: string,
  sha256: string,
): Promise<void> => {
  const key = selfieKey(subjectId, sha256);
  for (const size of thumbnailSizes) await images.delete(thumbnailKey(key, size));
  await images.delete(key);
};
