import type { StoredContentType } from "./image-key.ts";
import { markJpeg } from "./mark-jpeg.ts";
import { markPng } from "./mark-png.ts";
import { markWebp } from "./mark-webp.ts";

const markers = { "image/png": markPng, "image/jpeg": markJpeg, "image/webp": markWebp } as const;

/**
 * A picture's file with IPTC's mark for pictures that a model makes, in XMP. Its pixels are not touched: the compressed
 * picture is the same, byte for byte. A file that has the mark comes back as it is.
 *
 * @param bytes a whole picture that was accepted before
 * @throws Error for bytes that are no such file
 */
export const markAsGenerated = (bytes: Buffer, contentType: StoredContentType): Buffer =>
  markers[contentType](bytes);
