import sharp from "sharp";
import { differenceHash } from "../difference-hash.ts";
import type { RgbPicture } from "../face-analyzer.ts";
import { longestEdgePixels } from "./open-face-analyzer.ts";

/** A picture as the networks take it, or that it cannot be read. */
export type PictureReading =
  | {
      readonly read: true;
      readonly picture: RgbPicture;
      /** Of `differenceHash`: tells copies of one picture. */
      readonly hash: string;
      /** Whether the file's own EXIF or XMP says that a simulator drew it. */
      readonly metadataSaysSimulated: boolean;
    }
  | { readonly read: false; readonly message: string };

/** Phones take 200 megapixels; more is an attack or an accident. */
const mostPixels = 268_000_000;

/**
 * Reads a picture file (JPEG, PNG, WebP, AVIF, TIFF, GIF; the first frame of a moving one): rotation of its EXIF
 * applied, transparency laid on white, any colours turned to sRGB, at most 1,024 pixels along the longer edge.
 *
 * @param bytes the whole file
 * @example const reading = await readPicture(await readFile("selfie.jpg"))
 */
export async function readPicture(bytes: Uint8Array): Promise<PictureReading> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, pages: 1 })
      .autoOrient()
      .resize(longestEdgePixels, longestEdgePixels, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const picture = { data, widthPixels: info.width, heightPixels: info.height };
    return {
      read: true,
      picture,
      hash: differenceHash(await shrunkToGrey(data, info)),
      metadataSaysSimulated: await saysSimulated(bytes),
    };
  } catch (error) {
    return { read: false, message: error instanceof Error ? error.message : String(error) };
  }
}

async function saysSimulated(bytes: Uint8Array): Promise<boolean> {
  const { exif, xmp } = await sharp(bytes).metadata();
  return [exif, xmp].some((text) => text?.includes("SIMULATED"));
}

function shrunkToGrey(data: Uint8Array, raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 }) {
  return sharp(data, { raw }).greyscale().resize(9, 8, { fit: "fill" }).raw().toBuffer();
}
