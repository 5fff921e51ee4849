import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Permission bits of what is made. */
export interface WriteModes {
  readonly mode?: number;
  readonly folderMode?: number;
}

/** Writes a file so that a reader sees all of it or none: beside its place first, then moved there. */
export async function writeWhole(
  file: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  { mode = 0o666, folderMode = 0o777 }: WriteModes = {},
): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: folderMode });
  const beside = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(beside, content, { mode, flag: "wx", flush: true });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
