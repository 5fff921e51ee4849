import { randomBytes } from "node:crypto";
import sharp from "sharp";

const edgePixels = 512;

/** A picture that no other is like, as a browser would send it. */
export async function photo(fileName: string): Promise<FormData> {
  const noise = await sharp(randomBytes(16 * 16 * 3), { raw: { width: 16, height: 16, channels: 3 } })
    .resize(edgePixels, edgePixels)
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.set("file", new File([new Uint8Array(noise)], fileName, { type: "image/jpeg" }));
  return form;
}
