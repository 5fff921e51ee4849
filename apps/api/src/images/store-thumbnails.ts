import { thumbnailKey } from "./image-key.ts";
import type { ImageStore } from "./image-store.ts";
import type { ImageWork } from "./image-work.ts";
import { makeThumbnails } from "./make-thumbnails.ts";

/**
 * Makes the smaller copies of a stored picture and stores them beside it; making them again changes nothing.
 *
 * @throws StorageUnavailableError, ImageWorkFullError
 */
export const storeThumbnails = async (
  store: ImageStore,
  work: ImageWork,
  originalKey: string,
  bytes: Uint8Array,
): Promise<void> => {
  const thumbnails = await makeThumbnails(bytes, work);
  await Promise.all(
    thumbnails.map((thumbnail) =>
      store.put(thumbnailKey(originalKey, thumbnail.size), thumbnail.bytes, thumbnail.contentType),
    ),
  );
};
