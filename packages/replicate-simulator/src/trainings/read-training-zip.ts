import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

/** The most that one entry, and the whole zip, may hold when unpacked: a bomb is refused before it is unpacked. */
const largestEntryBytes = 64 * 1024 * 1024;
const largestTotalBytes = 1024 * 1024 * 1024;

/** A file in the zip; its bytes are unpacked when asked for, so that memory holds one at a time. */
export interface ZipEntry {
  name: string;
  read(): Promise<Buffer>;
}

type TrainingZip = { ok: true; entries: ZipEntry[]; sha256: string } | { ok: false; error: string };

/** Lists the files of a training zip as the trainer does: without folders, `__MACOSX/` and `._` files. */
export async function readTrainingZip(bytes: Buffer): Promise<TrainingZip> {
  let zip: ZipFile;
  let listed: Entry[];
  try {
    zip = await open(bytes);
    listed = await listEntries(zip);
  } catch {
    return { ok: false, error: "input_images must be a zip file" };
  }
  const kept = listed.filter(isTrainingFile);
  const totalBytes = kept.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (totalBytes > largestTotalBytes || kept.some((entry) => entry.uncompressedSize > largestEntryBytes)) {
    return { ok: false, error: "input_images holds files that are too large when unpacked" };
  }
  const entries = kept.map((entry) => ({ name: entry.fileName, read: () => unpack(zip, entry) }));
  return { ok: true, entries, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function isTrainingFile(entry: Entry): boolean {
  const { fileName } = entry;
  if (fileName.endsWith("/") || fileName.startsWith("__MACOSX/")) return false;
  return !(fileName.split("/").at(-1) ?? "").startsWith("._");
}

function open(bytes: Buffer): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>();
  fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) => {
    if (error) reject(error);
    else resolve(zip);
  });
  return promise;
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Entry[]>();
  const entries: Entry[] = [];
  zip.on("entry", (entry: Entry) => {
    entries.push(entry);
    zip.readEntry();
  });
  zip.once("end", () => resolve(entries));
  zip.once("error", reject);
  zip.readEntry();
  return promise;
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<NodeJS.ReadableStream>();
  zip.openReadStream(entry, (error, stream) => {
    if (error) reject(error);
    else resolve(stream);
  });
  return buffer(await promise);
}
