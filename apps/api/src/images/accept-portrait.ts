import sharp from "sharp";
import type { StoredContentType } from "./image-key.ts";
import type { ImageWork } from "./image-work.ts";
import { placeholderHash } from "./placeholder-hash.ts";
import { contentTypeOfBytes, readPictureHeader } from "./read-picture-header.ts";
import { type Result, accepted, refused } from "./result.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** What the delivered file must be. */
export interface PortraitExpectations {
  /** What was asked of the provider. */
  readonly contentType: StoredContentType;
  readonly maximumBytes: number;
  /** Of the shorter side. */
  readonly minimumEdgePixels: number;
  readonly maximumPixels: number;
}

/**
 * FLUX makes one megapixel or a quarter of one, in shapes up to 21:9: never a side under 256 pixels. The upper limits are
 * far above what it makes and only stop something else that was delivered in its place.
 */
export const portraitExpectations = Object.freeze({
  maximumBytes: 50_000_000,
  minimumEdgePixels: 256,
  maximumPixels: 25_000_000,
});

/** A portrait as it was delivered, looked at and found whole. */
export interface AcceptedPortrait {
  /** The very bytes that were delivered: the original is never re-encoded. */
  readonly bytes: Uint8Array;
  readonly contentType: StoredContentType;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  /** ThumbHash, base64. */
  readonly placeholderHash: string;
  /** Whether the file's own metadata says SIMULATED. What the studio shows follows its setting, not this. */
  readonly metadataSaysSimulated: boolean;
}

/** Why a delivered file is no portrait. */
export type PortraitRefusal =
  | { readonly code: "portrait_empty" }
  | { readonly code: "portrait_too_many_bytes"; readonly sizeBytes: number; readonly maximumBytes: number }
  /** `found` is undefined where the bytes show no type at all, as an error page in text does. */
  | {
      readonly code: "portrait_wrong_type";
      readonly expected: StoredContentType;
      readonly found: string | undefined;
    }
  | { readonly code: "portrait_wrong_size"; readonly width: number; readonly height: number }
  /** Damaged or cut off. `logOnly` has the decoder's own words. */
  | { readonly code: "portrait_undecodable"; readonly logOnly: string }
  /** All black: what a provider's safety checker puts in the place of a picture it withholds. */
  | { readonly code: "portrait_black" };

/** Pure black comes back from a lossy encoder at 0 to 2 of 255; the darkest photograph has brighter specks. */
const blackCeiling = 8;

const decodeTimeoutSeconds = 60;

/**
 * Judges a file that the provider delivered, to the last pixel, and describes it. The bytes are kept untouched.
 *
 * @throws ImageWorkFullError when too many pictures wait already.
 * @example
 * await acceptPortrait(bytes, { ...portraitExpectations, contentType: "image/png" }, work);
 */
export async function acceptPortrait(
  bytes: Uint8Array,
  expectations: PortraitExpectations,
  work: ImageWork,
): Promise<Result<AcceptedPortrait, PortraitRefusal>> {
  const { contentType, maximumBytes, minimumEdgePixels, maximumPixels } = expectations;
  if (bytes.length === 0) return refused({ code: "portrait_empty" });
  if (bytes.length > maximumBytes) {
    return refused({ code: "portrait_too_many_bytes", sizeBytes: bytes.length, maximumBytes });
  }
  const found = await contentTypeOfBytes(bytes);
  if (found !== contentType) return refused({ code: "portrait_wrong_type", expected: contentType, found });

  return work.run(async () => {
    try {
      const { width, height } = await readPictureHeader(bytes, contentType);
      if (Math.min(width, height) < minimumEdgePixels || width * height > maximumPixels) {
        return refused({ code: "portrait_wrong_size", width, height });
      }
      if (await isBlack(bytes, maximumPixels)) return refused({ code: "portrait_black" });
      return accepted({
        bytes,
        contentType,
        sizeBytes: bytes.length,
        sha256: sha256Hex(bytes),
        width,
        height,
        placeholderHash: await placeholderHash(bytes),
        metadataSaysSimulated: await saysSimulated(bytes),
      });
    } catch (thrown) {
      const logOnly = thrown instanceof Error ? thrown.message : String(thrown);
      return refused({ code: "portrait_undecodable", logOnly });
    }
  });
}

/** Decodes every pixel, which also proves that none is missing. */
async function isBlack(bytes: Uint8Array, maximumPixels: number): Promise<boolean> {
  const pixels = await sharp(bytes, { failOn: "error", limitInputPixels: maximumPixels })
    .flatten({ background: "#000000" })
    .toColourspace("srgb")
    .raw()
    .timeout({ seconds: decodeTimeoutSeconds })
    .toBuffer();
  return pixels.every((value) => value <= blackCeiling);
}

async function saysSimulated(bytes: Uint8Array): Promise<boolean> {
  const { comments = [], exif, xmp } = await sharp(bytes).metadata();
  const texts = [...comments.flatMap(({ keyword, text }) => [keyword, text]), exif, xmp];
  return texts.some((text) => text?.includes("SIMULATED"));
}
