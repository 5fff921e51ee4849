import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { differenceFromZip } from "./difference-from-zip.ts";
import type { ZipEntry } from "./read-zip-entries.ts";
import { type Result, accepted, refused } from "./result.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** One selfie of a frozen training set. */
export interface TrainingSetImage {
  /** Its name in the zip, such as `01.jpg`. */
  readonly name: string;
  /** The hash that was frozen with the set. */
  readonly sha256: string;
  /** Its stored bytes; undefined where storage has none. */
  readonly read: () => Promise<Uint8Array | undefined>;
  /** What the trainer is told of it, written beside it as `01.txt`; left out where there is none. */
  readonly caption?: string;
}

/** A zip whose every entry was read back and found to be what the set says. */
export interface ZippedTrainingSet {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly count: number;
}

export type TrainingSetProblem = "name-invalid" | "name-repeated" | "missing" | "altered";

/** Why no zip was made; every image that is at fault is named. */
export type TrainingSetRefusal =
  | { readonly code: "training_set_empty" }
  | {
      readonly code: "training_set_broken";
      readonly images: readonly { readonly name: string; readonly problem: TrainingSetProblem }[];
    }
  /** The finished zip does not read back as the set: a fault of memory or of this code, never of the images. */
  | { readonly code: "training_set_zip_wrong"; readonly reason: string };

/** Trainers read the folder's pictures by their endings and skip hidden ones. */
const nameInZip = /^[a-z0-9][a-z0-9-]{0,60}\.jpg$/;

/**
 * Nothing of the making may stand in the zip, so that the same set gives the same bytes: one date for all (the first a
 * zip can hold, in local fields because a zip has no time zone), one mode, and no compression, which JPEG resists.
 */
const entryOptions = {
  mtime: new Date(1980, 0, 1),
  forceDosTimestamp: true,
  mode: 0o100644,
  compress: false,
};

/**
 * Packs a frozen training set, then reads the zip back and compares the count and every hash: a zip with missing or
 * altered images is never returned. The order is that of the names, whatever order they come in.
 *
 * @throws whatever `read` throws, such as StorageUnavailableError: that says nothing about the set.
 * @example
 * const zipped = await zipTrainingSet([{ name: "01.jpg", sha256, read: async () => (await images.get(key))?.bytes }]);
 */
export async function zipTrainingSet(
  images: readonly TrainingSetImage[],
): Promise<Result<ZippedTrainingSet, TrainingSetRefusal>> {
  if (images.length === 0) return refused({ code: "training_set_empty" });
  const ordered = images.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const broken: { name: string; problem: TrainingSetProblem }[] = [];
  const found: ZipEntry[] = [];
  const names = new Set<string>();

  for (const { name, sha256, read, caption } of ordered) {
    const bytes = await read();
    const problem = problemOf(name, names, sha256, bytes);
    names.add(name);
    if (problem !== undefined) broken.push({ name, problem });
    else if (bytes !== undefined) {
      found.push({ name, bytes: Buffer.from(bytes) });
      if (caption !== undefined) found.push({ name: captionName(name), bytes: Buffer.from(caption) });
    }
  }
  if (broken.length > 0) return refused({ code: "training_set_broken", images: broken });

  const bytes = await pack(found);
  const captions = found.filter(({ name }) => name.endsWith(".txt"));
  const expected = [
    ...ordered,
    ...captions.map(({ name, bytes: text }) => ({ name, sha256: sha256Hex(text) })),
  ];
  const reason = await differenceFromZip(expected, bytes);
  if (reason !== undefined) return refused({ code: "training_set_zip_wrong", reason });
  return accepted({ bytes, sha256: sha256Hex(bytes), sizeBytes: bytes.length, count: ordered.length });
}

/** Trainers find a photo's caption by the photo's name. */
const captionName = (name: string): string => name.replace(/\.jpg$/, ".txt");

function problemOf(
  name: string,
  before: ReadonlySet<string>,
  sha256: string,
  bytes: Uint8Array | undefined,
): TrainingSetProblem | undefined {
  if (!nameInZip.test(name)) return "name-invalid";
  if (before.has(name)) return "name-repeated";
  if (bytes === undefined) return "missing";
  return sha256Hex(bytes) === sha256 ? undefined : "altered";
}

async function pack(entries: readonly ZipEntry[]): Promise<Buffer> {
  const zip = new ZipFile();
  const packed = buffer(zip.outputStream);
  const failed = new Promise<never>((_, reject) => zip.once("error", reject));
  for (const { name, bytes } of entries) zip.addBuffer(bytes, name, entryOptions);
  zip.end();
  return Promise.race([packed, failed]);
}
