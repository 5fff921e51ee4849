import { createInterface } from "node:readline";
import { buffer, json } from "node:stream/consumers";
import type { Readable } from "node:stream";
import type { Database } from "../db/database.ts";
import { contentTypeOfKey } from "../images/image-key.ts";
import type { ImageStore } from "../images/image-store.ts";
import { type BackupHead, backupHead, BackupRefused, picturesFolder, rowsPath } from "./backup-format.ts";
import { restoreRows, type RowRestorer } from "./restore-rows.store.ts";

/** A backup that is open: its files by their paths. */
export interface OpenBackup {
  readonly paths: readonly string[];
  readonly read: (path: string) => Promise<Readable>;
}

/** Where a backup is put back. */
export interface RestoreTarget {
  /** Opens a fresh database with the first so many migrations; nobody else has it open. */
  readonly openAt: (migrations: number) => Promise<Database>;
  readonly images: ImageStore;
}

const rowsAtOnce = 500;

/**
 * Puts a backup back: the rows into a fresh database as it was then, and every picture into storage. The next start of
 * the studio brings the schema up to date.
 *
 * @returns what was put back
 * @throws BackupRefused, StorageUnavailableError
 */
export const restoreBackup = async (
  backup: OpenBackup,
  target: RestoreTarget,
): Promise<{ readonly head: BackupHead; readonly pictures: number }> => {
  const head = await readHead(backup);
  const database = await target.openAt(head.migrations);
  try {
    const names = head.tables.map(({ name }) => name);
    await restoreRows(database, names, async (restorer) => {
      for (const { name, rows } of head.tables) {
        const put = await putRows(restorer, name, await backup.read(rowsPath(name)));
        if (put !== rows)
          throw new BackupRefused(
            `The backup is damaged: ${name} has ${put} rows, and ${rows} were written.`,
          );
      }
    });
  } finally {
    await database.close();
  }
  let pictures = 0;
  for (const path of backup.paths) {
    if (!path.startsWith(picturesFolder)) continue;
    const key = path.slice(picturesFolder.length);
    await target.images.put(key, await buffer(await backup.read(path)), contentTypeOfKey(key));
    pictures += 1;
  }
  return { head, pictures };
};

const readHead = async (backup: OpenBackup): Promise<BackupHead> => {
  if (!backup.paths.includes("backup.json")) throw new BackupRefused("This file is no backup of a studio.");
  const read = backupHead.safeParse(await json(await backup.read("backup.json")));
  if (!read.success)
    throw new BackupRefused("This backup was made by another version, which is not known here.");
  return read.data;
};

const putRows = async (restorer: RowRestorer, table: string, lines: Readable): Promise<number> => {
  let count = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await restorer.put(table, batch);
    count += batch.length;
    batch = [];
  };
  for await (const line of createInterface({ input: lines })) {
    batch.push(line);
    if (batch.length === rowsAtOnce) await flush();
  }
  await flush();
  return count;
};
