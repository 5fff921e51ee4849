import { lockSubject } from "../account/account.store.ts";
import { countStoring } from "../generations/generation.store.ts";
import { portraitKey, thumbnailKey, thumbnailSizes, type StoredContentType } from "../images/image-key.ts";
import type { Studio } from "../studio/studio.ts";
import { listUsedHashes } from "./portrait.store.ts";

/** A picture in a subject's storage, by what names it. */
export interface RemovedPicture {
  readonly sha256: string;
  readonly contentType: StoredContentType;
}

/** Thrown to have the job tried again: what is being stored just now may be one of these pictures. */
export class PicturesInUseYet extends Error {
  override readonly name = "PicturesInUseYet";
}

/**
 * Deletes the pictures of removed portraits from storage with their smaller copies. A picture that another portrait of
 * the subject has, in the trash or not, stays.
 *
 * @throws StorageUnavailableError, PicturesInUseYet when it has to be tried again later
 */
export const deletePortraitPictures = (
  studio: Studio,
  subjectId: string,
  pictures: readonly RemovedPicture[],
): Promise<void> =>
  studio.actingAs(subjectId, async (tx) => {
    // No generation begins to store while the subject is held: that appends an event, which waits here.
    if ((await lockSubject(tx, subjectId)) === undefined) return;
    if ((await countStoring(tx, subjectId)) > 0)
      throw new PicturesInUseYet("A generation is being stored; removed pictures are deleted afterwards");
    const used = await listUsedHashes(
      tx,
      pictures.map(({ sha256 }) => sha256),
    );
    const originals = pictures
      .filter(({ sha256 }) => !used.has(sha256))
      .map(({ sha256, contentType }) => portraitKey(subjectId, sha256, contentType));
    const copies = originals.flatMap((key) => thumbnailSizes.map((size) => thumbnailKey(key, size)));
    // The originals last: as long as one is there, a repetition finds everything that belongs to it.
    await studio.images.deleteMany(copies);
    await studio.images.deleteMany(originals);
  });
