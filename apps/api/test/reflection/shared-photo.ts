import sharp from "sharp";
import { uploadForm } from "../upload-form.ts";

const edgePixels = 512;

const bytes = await sharp({
  create: { width: edgePixels, height: edgePixels, channels: 3, background: "#8a6f5c" },
})
  .jpeg()
  .toBuffer();

/** A form with a photo that the studio takes, the same one every time. */
export const sharedPhoto = (): FormData => uploadForm(bytes, "shared.jpg");
