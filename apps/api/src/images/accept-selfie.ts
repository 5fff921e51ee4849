import sharp, { type Sharp } from "sharp";
import { decodeHeic } from "./decode-heic.ts";
import { embedColourProfile } from "./embed-colour-profile.ts";
import type { ImageWork } from "./image-work.ts";
import { placeholderHash } from "./placeholder-hash.ts";
import { type PictureHeader, contentTypeOfBytes, readPictureHeader } from "./read-picture-header.ts";
import { type Result, accepted, refused } from "./result.ts";
import { type AcceptedSelfieType, type SelfieLimits, acceptedSelfieTypes } from "./selfie-limits.ts";
import type { SelfieRefusal } from "./selfie-refusal.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** A selfie as it is kept: upright, sRGB, opaque, with nothing in it but pixels. */
export interface AcceptedSelfie {
  readonly bytes: Buffer;
  readonly contentType: "image/jpeg";
  readonly sizeBytes: number;
  /** Of `bytes`. */
  readonly sha256: string;
  /** Of the file as it was uploaded: the same file again is a duplicate. */
  readonly originalSha256: string;
  readonly originalContentType: AcceptedSelfieType;
  readonly width: number;
  readonly height: number;
  /** ThumbHash, base64. */
  readonly placeholderHash: string;
}

/**
 * The longer side at which a selfie is kept. The trainer's largest resolution is 1,024; twice that leaves room to crop
 * to the face, and still a twentieth of the pixels of a telephone's photo.
 */
const keptEdgePixels = 2_048;

/** Near-lossless, with full colour resolution: halved colour blurs lips and eyes, which the trainer would learn. */
const kept = { quality: 95, chromaSubsampling: "4:4:4" } as const;

/** Transparent parts become white: the paper a cut-out lies on. */
const paper = "#ffffff";

const decodeTimeoutMs = 60_000;

/**
 * Judges an uploaded file and turns it into the selfie that is kept. Refuses, in this order: nothing, too many bytes,
 * no picture, an unsupported type; by its header alone: an unreadable one, more than one picture, too small, too many
 * pixels; then, decoding: damaged or cut off. Nothing is decoded that the header puts beyond the limits.
 *
 * @throws ImageWorkFullError when too many pictures wait already.
 * @example
 * const selfie = await acceptSelfie(bytes, selfieLimits, work);
 * if (!selfie.ok) return selfie.error.code; // "selfie_not_an_image"
 */
export async function acceptSelfie(
  bytes: Uint8Array,
  limits: SelfieLimits,
  work: ImageWork,
): Promise<Result<AcceptedSelfie, SelfieRefusal>> {
  if (bytes.length === 0) return refused({ code: "selfie_empty", details: {} });
  const { maximumBytes } = limits;
  if (bytes.length > maximumBytes) {
    return refused({ code: "selfie_too_many_bytes", details: { sizeBytes: bytes.length, maximumBytes } });
  }

  const type = await judgeType(bytes);
  if (!type.ok) return type;
  const header = await judgeHeader(bytes, type.value, limits);
  if (!header.ok) return header;

  return work.run(async () => {
    try {
      return accepted(await keep(bytes, type.value, header.value, limits));
    } catch (thrown) {
      return refused(undecodable(thrown));
    }
  });
}

const isAcceptedType = (type: string): type is AcceptedSelfieType =>
  acceptedSelfieTypes.some((acceptedType) => acceptedType === type);

const undecodable = (thrown: unknown): SelfieRefusal => ({
  code: "selfie_undecodable",
  details: {},
  logOnly: thrown instanceof Error ? thrown.message : String(thrown),
});

/** Types that hold several pictures by definition. */
const animatedTypes = new Set(["image/apng", "image/heic-sequence", "image/heif-sequence"]);

async function judgeType(bytes: Uint8Array): Promise<Result<AcceptedSelfieType, SelfieRefusal>> {
  const contentType = await contentTypeOfBytes(bytes);
  if (contentType === undefined || !contentType.startsWith("image/")) {
    return refused({ code: "selfie_not_an_image", details: {} });
  }
  if (isAcceptedType(contentType)) return accepted(contentType);
  return animatedTypes.has(contentType)
    ? refused({ code: "selfie_animated", details: {} })
    : refused({ code: "selfie_type_unsupported", details: { contentType } });
}

async function judgeHeader(
  bytes: Uint8Array,
  contentType: AcceptedSelfieType,
  { minimumEdgePixels, maximumEdgePixels, maximumPixels }: SelfieLimits,
): Promise<Result<PictureHeader, SelfieRefusal>> {
  let header: PictureHeader;
  try {
    header = await readPictureHeader(bytes, contentType);
  } catch (thrown) {
    return refused(undecodable(thrown));
  }
  const { width, height, frames } = header;
  if (width * height > maximumPixels || Math.max(width, height) > maximumEdgePixels) {
    const details = { width, height, maximumEdgePixels, maximumPixels };
    return refused({ code: "selfie_too_many_pixels", details });
  }
  if (frames > 1) return refused({ code: "selfie_animated", details: {} });
  if (Math.min(width, height) < minimumEdgePixels) {
    return refused({ code: "selfie_too_small", details: { width, height, minimumEdgePixels } });
  }
  return accepted(header);
}

async function keep(
  bytes: Uint8Array,
  originalContentType: AcceptedSelfieType,
  header: PictureHeader,
  limits: SelfieLimits,
): Promise<AcceptedSelfie> {
  const size = keptSize(header, limits);
  const shrunk = isHeic(originalContentType)
    ? await shrinkHeic(bytes, header, size)
    : sharp(bytes, { failOn: "error", limitInputPixels: limits.maximumPixels }).autoOrient().resize(size);
  // Without being told to keep them, sharp leaves out EXIF, XMP, IPTC and the profile, and converts to sRGB.
  const { data, info } = await shrunk
    .flatten({ background: paper })
    .toColourspace("srgb")
    .jpeg(kept)
    .timeout({ seconds: decodeTimeoutMs / 1_000 })
    .toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    contentType: "image/jpeg",
    sizeBytes: data.length,
    sha256: sha256Hex(data),
    originalSha256: sha256Hex(bytes),
    originalContentType,
    width: info.width,
    height: info.height,
    placeholderHash: await placeholderHash(data),
  };
}

const isHeic = (type: AcceptedSelfieType) => type === "image/heic" || type === "image/heif";

/** At most {@link keptEdgePixels} on the longer side, but a long narrow picture keeps its shorter side's minimum. */
function keptSize({ width, height }: PictureHeader, { minimumEdgePixels }: SelfieLimits) {
  const [short, long] = width < height ? [width, height] : [height, width];
  const scale = Math.min(1, Math.max(keptEdgePixels / long, minimumEdgePixels / short));
  return { width: Math.round(width * scale), height: Math.round(height * scale), fit: "fill" as const };
}

async function shrinkHeic(
  bytes: Uint8Array,
  header: PictureHeader,
  size: ReturnType<typeof keptSize>,
): Promise<Sharp> {
  const { width, height, rgba } = await decodeHeic(bytes, { timeoutMs: decodeTimeoutMs });
  if (width !== header.width || height !== header.height) {
    throw new Error(`HEIC: says ${header.width} × ${header.height}, holds ${width} × ${height}`);
  }
  const shrunk = sharp(rgba, { raw: { width, height, channels: 4 } }).resize(size);
  if (header.colourProfile === undefined) return shrunk;
  const png = await shrunk.png({ compressionLevel: 1 }).toBuffer();
  return sharp(embedColourProfile(png, header.colourProfile));
}
