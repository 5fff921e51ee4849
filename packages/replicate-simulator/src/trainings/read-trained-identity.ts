import { readIdentityMark } from "@selfsame/drawn-faces";
import sharp from "sharp";
import { perceptualHash, pictureVariety } from "./picture-variety.ts";
import type { ZipEntry } from "./read-training-zip.ts";

/** What a training learns from its pictures. */
export interface TrainedIdentity {
  /** Seeds the drawn face. */
  seed: string;
  /** True when the pictures carry the mark of one drawn person; false when the zip's hash has to do. */
  fromMark: boolean;
  /** How many pictures could be read. */
  pictures: number;
  /** How different they are from each other, 0 to 1. */
  variety: number;
}

const largestPixels = 64_000_000;
const readWidth = 1024;

/** Looks at every picture of a training set, one after the other: whose mark it carries, and how it differs. */
export async function readTrainedIdentity(
  entries: readonly ZipEntry[],
  zipSha256: string,
): Promise<TrainedIdentity> {
  const hashes: bigint[] = [];
  const marks: string[] = [];
  for (const entry of entries) {
    if (!/\.(?:jpe?g|png|webp)$/i.test(entry.name)) continue;
    const read = await readPicture(await entry.read());
    if (read === null) continue;
    hashes.push(read.hash);
    if (read.identityKey !== null) marks.push(read.identityKey);
  }
  const marked = majorityOf(marks);
  return {
    seed: marked ?? zipSha256,
    fromMark: marked !== null,
    pictures: hashes.length,
    variety: pictureVariety(hashes),
  };
}

/** Null for bytes that are no picture: the trainer leaves them out as well. */
async function readPicture(bytes: Buffer): Promise<{ hash: bigint; identityKey: string | null } | null> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: largestPixels })
      .autoOrient()
      .resize({ width: readWidth, withoutEnlargement: true })
      .flatten()
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) return null;
    const reading = readIdentityMark({ data, width: info.width, height: info.height, channels: 3 });
    return {
      hash: await perceptualHash(data, info),
      identityKey: reading.found ? reading.identityKey : null,
    };
  } catch {
    return null;
  }
}

/** The key that more than half of the marked pictures carry. */
function majorityOf(marks: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  for (const [mark, count] of counts) if (count > marks.length / 2) return mark;
  return null;
}
