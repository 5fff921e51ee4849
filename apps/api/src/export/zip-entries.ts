import { PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { ExportEntry } from "./export-entry.ts";

/**
 * Packs files into a zip as it is read: one after the other, none held in memory as a whole. When one of them cannot
 * be read the stream breaks off, so that nobody takes half an archive for a whole one.
 */
export const zipEntries = (entries: AsyncIterable<ExportEntry>): Readable => {
  const zip = new ZipFile();
  const output = new PassThrough();
  const reading = new AbortController();
  // Ends in any way: read to the end, given up by the reader, or broken.
  void finished(output).then(
    () => reading.abort(),
    () => reading.abort(),
  );
  zip.on("error", (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  void pack(zip, entries, reading.signal).catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return output;
};

const pack = async (
  zip: ZipFile,
  entries: AsyncIterable<ExportEntry>,
  signal: AbortSignal,
): Promise<void> => {
  for await (const entry of entries) {
    if (signal.aborted) return;
    await addEntry(zip, entry, signal);
  }
  zip.end();
};

/** Adds one file and waits until it was read to its end: the next is not even opened before. */
const addEntry = (
  zip: ZipFile,
  { path, at, compressible, content }: ExportEntry,
  signal: AbortSignal,
): Promise<void> =>
  new Promise((resolve, reject) => {
    zip.addReadStreamLazy(path, { mtime: at, mode: 0o100644, compress: compressible }, (begin) => {
      const stream = Readable.from(content, { objectMode: false, signal });
      stream.once("end", () => resolve());
      stream.once("error", (error) => (signal.aborted ? resolve() : reject(error)));
      begin(null, stream);
    });
  });
