import { buffer } from "node:stream/consumers";
import { drawnSelfies, identityFromSeed } from "@selfsame/drawn-faces";
import sharp from "sharp";
import { ZipFile } from "yazl";

/** A zip with these files, in this order. */
export async function zipOf(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A zip of drawn selfies of one person as JPEGs, with the clutter that macOS adds. */
export async function selfieZip(person: string, count: number): Promise<Buffer> {
  const files: Record<string, Buffer> = {
    "__MACOSX/._selfie.jpg": Buffer.from("clutter"),
    "._a.jpg": Buffer.from("x"),
  };
  for (const { fileName, svg } of drawnSelfies(identityFromSeed(person), count)) {
    files[fileName.replace(/\.svg$/, ".jpg")] = await jpegOf(svg);
  }
  return zipOf(files);
}

const drawn = new Map<string, Promise<Buffer>>();

/** Half the size, and once for each drawing: most tests need the same few. */
function jpegOf(svg: string): Promise<Buffer> {
  const half = svg.replace('width="960" height="1280"', 'width="480" height="640"');
  const jpeg = drawn.get(svg) ?? sharp(Buffer.from(half)).jpeg({ quality: 88 }).toBuffer();
  drawn.set(svg, jpeg);
  return jpeg;
}
