import { portraitKey, type StoredContentType } from "../images/image-key.ts";
import { markAsGenerated } from "../images/mark-as-generated.ts";
import { withPictureFailures } from "../studio/picture-failures.ts";
import type { Studio } from "../studio/studio.ts";
import type { PortraitRow } from "./portrait.store.ts";

/** A portrait as it leaves the studio. */
export interface MarkedPortrait {
  readonly bytes: Buffer;
  readonly contentType: StoredContentType;
}

/**
 * A portrait's original with IPTC's mark for pictures that a model makes. What is stored, and what its hash is of,
 * stays as the provider delivered it.
 *
 * @throws DomainError `storage_unavailable`
 */
export const readMarkedPortrait = async (
  studio: Studio,
  { subjectId, sha256, ...portrait }: Pick<PortraitRow, "subjectId" | "sha256" | "contentType">,
): Promise<MarkedPortrait> => {
  // Safe: the store holds no other types, and the row was written from what was stored.
  const contentType = portrait.contentType as StoredContentType;
  const key = portraitKey(subjectId, sha256, contentType);
  const image = await withPictureFailures(studio, () => studio.images.get(key));
  if (image === undefined) throw new Error(`The picture ${key} is written down and not in storage`);
  return { bytes: markAsGenerated(image.bytes, contentType), contentType };
};
