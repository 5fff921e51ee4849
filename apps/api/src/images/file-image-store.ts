import { randomUUID } from "node:crypto";
import type { Dirent } from "node:fs";
import { mkdir, open, readFile, readdir, rename, rm, rmdir, stat, unlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { ImageKeyError, contentTypeOfKey, isImageKey, isImagePrefix } from "./image-key.ts";
import {
  type ImageStore,
  type StorageOperation,
  StorageUnavailableError,
  type StoredImageEntry,
  systemCodeOf,
} from "./image-store.ts";

/** Half-written files stand here until they are renamed; the leading dot keeps them apart from every key. */
const incoming = ".incoming";

/** No put takes an hour: what is older was left by a process that died. */
const abandonedAfterMs = 60 * 60 * 1000;

/** How often a put makes its folder again when a deletion beside it has just removed the empty one. */
const renameAttempts = 20;

export interface FileImageStoreSettings {
  /** The folder that holds everything; made when it is missing. */
  readonly folder: string;
  /** Milliseconds since 1970, to tell abandoned files from those being written. */
  readonly now: () => number;
}

/**
 * Opens a folder as the place where pictures live. A picture is written beside, flushed, then renamed into place, so a
 * process killed at any moment leaves either the whole picture or none.
 *
 * @throws StorageUnavailableError when the folder cannot be made or written.
 * @example const images = await openFileImageStore({ folder: ".data/images", now: Date.now });
 */
export async function openFileImageStore({ folder, now }: FileImageStoreSettings): Promise<ImageStore> {
  await guarded("open", folder, async () => {
    await mkdir(join(folder, incoming), { recursive: true });
    await sweepAbandoned(join(folder, incoming), now() - abandonedAfterMs);
  });

  const remove = async (key: string): Promise<boolean> => {
    contentTypeOfKey(key);
    return guarded("delete", key, async () => {
      const found = (await unlessMissing(unlink(join(folder, key)).then(() => true))) ?? false;
      if (found) await pruneEmptyFolders(folder, dirname(join(folder, key)));
      return found;
    });
  };

  return {
    async put(key, bytes, contentType) {
      if (contentTypeOfKey(key) !== contentType) {
        throw new ImageKeyError(`${key} does not name a picture of type ${contentType}`);
      }
      const written = join(folder, incoming, randomUUID());
      await guarded("put", key, async () => {
        try {
          await writeFlushed(written, bytes);
          await renameInto(folder, written, join(folder, key));
        } catch (thrown) {
          await rm(written, { force: true });
          throw thrown;
        }
      });
    },

    async get(key) {
      const contentType = contentTypeOfKey(key);
      return guarded("get", key, async () => {
        const bytes = await unlessMissing(readFile(join(folder, key)));
        return bytes && { bytes, sizeBytes: bytes.length, contentType };
      });
    },

    delete: (key) => remove(key),

    async deleteMany(keys) {
      for (const key of keys) contentTypeOfKey(key);
      for (const key of keys) await remove(key);
    },

    list(prefix) {
      if (!isImagePrefix(prefix))
        throw new ImageKeyError(`not a folder of pictures: ${JSON.stringify(prefix)}`);
      return entriesUnder(folder, prefix);
    },
  };
}

async function guarded<T>(operation: StorageOperation, key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw new StorageUnavailableError(operation, key, thrown);
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (thrown) {
    if (systemCodeOf(thrown) === "ENOENT") return undefined;
    throw thrown;
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function renameInto(root: string, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // Making it can fail the same way: the folder above may be removed between two steps of the one call.
      const firstMade = await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await rename(from, to);
      await flushFolders(dirname(to), firstMade === undefined ? dirname(to) : root);
      return;
    } catch (thrown) {
      if (systemCodeOf(thrown) !== "ENOENT" || attempt === renameAttempts) throw thrown;
    }
  }
}

/** Flushes a folder's list of names, and those above it up to `last`, so that a rename outlives a power cut. */
async function flushFolders(first: string, last: string): Promise<void> {
  for (let path = first; ; path = dirname(path)) {
    // A deletion beside this may have emptied and removed the folder: then there is no name left to flush.
    const handle = await unlessMissing(open(path, "r"));
    try {
      await handle?.sync();
    } finally {
      await handle?.close();
    }
    if (path === last || relative(last, path) === "") return;
  }
}

async function pruneEmptyFolders(root: string, first: string): Promise<void> {
  for (let path = first; relative(root, path) !== ""; path = dirname(path)) {
    try {
      await rmdir(path);
    } catch (thrown) {
      const code = systemCodeOf(thrown);
      if (code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOENT") return;
      throw thrown;
    }
  }
}

async function sweepAbandoned(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await unlessMissing(stat(path));
    if (found && found.mtimeMs < before) await rm(path, { force: true });
  }
}

async function* entriesUnder(root: string, prefix: string): AsyncGenerator<StoredImageEntry> {
  const children = await guarded("list", prefix, () =>
    unlessMissing(readdir(join(root, prefix), { withFileTypes: true })),
  );
  // A folder sorts by its name with the slash, as its keys do; plain code units, in no locale's order.
  const named = (child: Dirent) => (child.isDirectory() ? `${child.name}/` : child.name);
  const names = (children ?? []).map(named).toSorted((a, b) => (a < b ? -1 : 1));
  for (const name of names) {
    const key = `${prefix}${name}`;
    if (isImagePrefix(key)) yield* entriesUnder(root, key);
    if (!isImageKey(key)) continue;
    const found = await guarded("list", key, () => unlessMissing(stat(join(root, key))));
    if (found) yield { key, sizeBytes: found.size };
  }
}
