import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";

/** ThumbHash takes at most 100 pixels on a side. */
const maximumEdgePixels = 100;

/**
 * A blurred stand-in for a picture in about 25 bytes (ThumbHash, base64), shown while the picture loads.
 *
 * @example await placeholderHash(jpeg) // "1QcSHQRnh493V4dIh4eXh1h4kJUI"
 */
export async function placeholderHash(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes)
    .resize(maximumEdgePixels, maximumEdgePixels, { fit: "inside" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}
