import { DomainError } from "../errors/domain-error.ts";
import {
  portraitKey,
  selfieKey,
  type StoredContentType,
  thumbnailKey,
  type ThumbnailSize,
} from "../images/image-key.ts";
import type { StoredImage } from "../images/image-store.ts";
import { storeThumbnails } from "../images/store-thumbnails.ts";
import { findSelfie } from "../selfies/selfie.store.ts";
import type { Caller } from "../studio/caller.ts";
import { withPictureFailures } from "../studio/picture-failures.ts";
import type { Studio } from "../studio/studio.ts";
import { findPortrait } from "./portrait.store.ts";

/** Which picture is wanted, by ids of the caller's own things. */
export interface WantedImage {
  readonly kind: "selfies" | "portraits";
  readonly id: string;
  readonly size: ThumbnailSize | "original";
}

/** A picture with the hash that names its content. */
export type ReadImage = StoredImage & { readonly sha256: string };

/**
 * The bytes of one of the caller's pictures. A thumbnail that is not there yet is made first.
 *
 * @throws DomainError `not_found`, also for a picture of somebody else; `storage_unavailable`, `rate_limited`
 */
export const readImage = async (studio: Studio, caller: Caller, wanted: WantedImage): Promise<ReadImage> => {
  const found = await studio.readingAs(caller.subjectId, async (tx) => {
    if (wanted.kind === "selfies") {
      const selfie = await findSelfie(tx, wanted.id);
      return selfie && { sha256: selfie.sha256, key: selfieKey(caller.subjectId, selfie.sha256) };
    }
    const portrait = await findPortrait(tx, wanted.id);
    return (
      portrait && {
        sha256: portrait.sha256,
        // Safe: the store holds no other types, and the row was written from what was stored.
        key: portraitKey(caller.subjectId, portrait.sha256, portrait.contentType as StoredContentType),
      }
    );
  });
  if (found === undefined) throw new DomainError("not_found", { what: "picture" });
  const { sha256, key } = found;
  const image = await withPictureFailures(studio, () =>
    wanted.size === "original" ? studio.images.get(key) : readThumbnail(studio, key, wanted.size),
  );
  if (image === undefined) throw new Error(`The picture ${key} is written down and not in storage`);
  return { ...image, sha256 };
};

const readThumbnail = async (
  studio: Studio,
  key: string,
  size: ThumbnailSize,
): Promise<StoredImage | undefined> => {
  const stored = await studio.images.get(thumbnailKey(key, size));
  if (stored !== undefined) return stored;
  const original = await studio.images.get(key);
  if (original === undefined) return undefined;
  await storeThumbnails(studio.images, studio.imageWork, key, original.bytes);
  return studio.images.get(thumbnailKey(key, size));
};
