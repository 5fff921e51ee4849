import { createHash } from "node:crypto";

/** One file as it was written into an archive. */
export interface WrittenFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** sha-256 in hex. */
  readonly sha256: string;
}

/** A list of what was written, kept while it is written. */
export interface WrittenFiles {
  readonly written: readonly WrittenFile[];
  /** Passes a file's content on, and notes it when all of it was read. */
  readonly note: (path: string, content: AsyncIterable<string | Uint8Array>) => AsyncGenerator<Uint8Array>;
}

/** Begins an empty list. */
export const noteWrittenFiles = (): WrittenFiles => {
  const written: WrittenFile[] = [];
  return {
    written,
    note: async function* (path, content) {
      const hash = createHash("sha256");
      let sizeBytes = 0;
      for await (const part of content) {
        const bytes = typeof part === "string" ? Buffer.from(part) : part;
        hash.update(bytes);
        sizeBytes += bytes.length;
        yield bytes;
      }
      written.push({ path, sizeBytes, sha256: hash.digest("hex") });
    },
  };
};
