import type { Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";

const pictureExtensions: ReadonlySet<string> = new Set([".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"]);

/** A file that is to be sent. */
export interface FoundFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/**
 * The files that some paths mean, in the order of the paths: a file means itself, whatever it is called; a folder
 * means its own files that are called like pictures, by name, without hidden ones and without folders inside it.
 * What is in them is the studio's to judge. A file that is meant twice is there once.
 *
 * @throws FailureError `path_unreadable`, `path_not_a_file`, `folder_without_pictures`; nothing is sent then
 */
export async function findPictures(paths: readonly string[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const kind = await look(path);
    if (kind.isFile()) found.set(path, { path, sizeBytes: kind.size });
    else if (kind.isDirectory()) {
      const inside = await picturesIn(path);
      if (inside.length === 0) throw ownFailureError("folder_without_pictures", { path });
      for (const file of inside) found.set(file.path, file);
    } else throw ownFailureError("path_not_a_file", { path });
  }
  return [...found.values()];
}

async function picturesIn(folder: string): Promise<FoundFile[]> {
  const names = (await list(folder)).filter(
    (name) => !name.startsWith(".") && pictureExtensions.has(extname(name).toLowerCase()),
  );
  const files: FoundFile[] = [];
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    const kind = await look(path);
    if (kind.isFile()) files.push({ path, sizeBytes: kind.size });
  }
  return files;
}

function look(path: string): Promise<Stats> {
  return explained(path, () => stat(path));
}

function list(folder: string): Promise<string[]> {
  return explained(folder, () => readdir(folder));
}

async function explained<T>(path: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw ownFailureError("path_unreadable", { path, reason: reasonOf(error) }, { cause: error });
  }
}
