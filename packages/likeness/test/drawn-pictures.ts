import { drawFace, plainScene, type Identity, type Scene } from "@selfsame/drawn-faces";
import sharp from "sharp";

/** An SVG as the JPEG of a telephone. */
export function photographed(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
}

/** A drawn portrait of 576 × 768 pixels as a JPEG, plain but for what a test changes. */
export function drawnPicture(identity: Identity, scene: Partial<Scene> = {}): Promise<Buffer> {
  return photographed(
    drawFace({ identity, scene: { ...plainScene, ...scene }, widthPixels: 576, heightPixels: 768 }),
  );
}
