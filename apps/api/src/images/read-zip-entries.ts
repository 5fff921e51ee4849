import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { type Entry, type Options, type ZipFile, fromBuffer } from "yauzl";

/** A file in a zip, unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

// Safe: without an error yauzl always hands over the archive; its types know the callback form alone.
const openBuffer = promisify(fromBuffer as (zip: Buffer, options: Options, done: ZipOpened) => void);

type ZipOpened = (thrown: Error | null, zip: ZipFile) => void;

/**
 * Unpacks a zip of ours in the order of its directory, as any unzip program would. Holds everything in memory.
 *
 * @throws Error when the archive is damaged, or an entry's size is not what the directory says.
 */
export async function readZipEntries(zip: Buffer): Promise<ZipEntry[]> {
  const archive = await openBuffer(zip, { lazyEntries: true });
  const entries: Entry[] = [];
  await new Promise<void>((resolve, reject) => {
    archive.on("entry", (entry: Entry) => {
      entries.push(entry);
      archive.readEntry();
    });
    archive.once("end", resolve);
    archive.once("error", reject);
    archive.readEntry();
  });
  const unpacked: ZipEntry[] = [];
  for (const entry of entries) {
    const stream = await promisify(archive.openReadStream.bind(archive, entry))();
    unpacked.push({ name: entry.fileName, bytes: await buffer(stream) });
  }
  return unpacked;
}
