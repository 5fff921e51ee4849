import sharp from "sharp";

/** A file as a person picks it in the browser. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A JPEG of one colour, large enough to be taken; each hue is a photo of its own. */
export async function madeUpPhoto(name: string, hue: number, edgePixels = 640): Promise<PickedFile> {
  const background = `hsl(${hue}, 40%, 60%)`;
  const picture = sharp({ create: { width: edgePixels, height: edgePixels, channels: 3, background } });
  return { name, mimeType: "image/jpeg", buffer: await picture.jpeg().toBuffer() };
}
