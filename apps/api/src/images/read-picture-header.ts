import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

/** What the first bytes say of a picture. Nothing has been decoded. */
export interface PictureHeader {
  /** Upright, orientation applied. */
  readonly width: number;
  readonly height: number;
  /** Pictures in the file; more than one in an animation or a burst. */
  readonly frames: number;
  /** The colour profile that the pixels need to be understood; undefined means sRGB. */
  readonly colourProfile: Buffer | undefined;
}

const formats: Readonly<Record<string, string>> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/webp": "webp",
  "image/heic": "heif",
  "image/heif": "heif",
};

/**
 * The content type that the bytes themselves show (`image/jpeg`, `application/zip` …), or undefined where they show
 * none, as plain text does.
 */
export async function contentTypeOfBytes(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime === "image/heif" && listsBrand(bytes, "avif") ? "image/avif" : found?.mime;
}

/** Whether a HEIF container's first box names a brand: a neutral `mif1` may hold HEVC or, as `avif` says, AV1. */
function listsBrand(bytes: Uint8Array, brand: string): boolean {
  const box = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return box.subarray(0, box.readUInt32BE(0)).includes(brand, 8, "latin1");
}

/**
 * Reads a picture's header without decoding a pixel, so that size is judged before memory is spent.
 *
 * @throws Error when the header cannot be read, or belongs to another format than `contentType`.
 */
export async function readPictureHeader(bytes: Uint8Array, contentType: string): Promise<PictureHeader> {
  const found = await sharp(bytes, { limitInputPixels: false, failOn: "error" }).metadata();
  if (found.format !== formats[contentType]) {
    throw new Error(`looks like ${contentType}, reads as ${found.format}`);
  }
  return {
    width: found.autoOrient.width,
    height: found.autoOrient.height,
    frames: found.pages ?? 1,
    colourProfile: found.icc,
  };
}
