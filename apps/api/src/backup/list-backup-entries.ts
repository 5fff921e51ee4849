import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExportEntry } from "../export/export-entry.ts";
import type { ImageStore } from "../images/image-store.ts";
import type { BackupHead } from "./backup-format.ts";
import { picturesFolder, rowsPath } from "./backup-format.ts";

/** Writes every row of one moment into a folder. */
export type SpoolRows = (folder: string) => Promise<Pick<BackupHead, "migrations" | "tables">>;

/**
 * Every file of a backup: its head, the rows of one moment, then the pictures. Pictures come last, and are written
 * before their rows: each row's picture is in the backup, unless it was deleted meanwhile.
 *
 * @throws BackupRefused, StorageUnavailableError
 */
export async function* listBackupEntries(
  spoolRows: SpoolRows,
  images: ImageStore,
  at: Date,
): AsyncGenerator<ExportEntry> {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-backup-"));
  try {
    const spooled = await spoolRows(folder);
    const head: BackupHead = { formatVersion: 1, at: at.toISOString(), ...spooled };
    yield { path: "backup.json", at, compressible: true, content: whole(JSON.stringify(head, null, 1)) };
    for (const { name } of spooled.tables) {
      const content = createReadStream(join(folder, `${name}.jsonl`));
      yield { path: rowsPath(name), at, compressible: true, content };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  for await (const { key } of images.list("")) {
    const image = await images.get(key);
    if (image === undefined || key.startsWith("probes/")) continue;
    yield { path: `${picturesFolder}${key}`, at, compressible: false, content: whole(image.bytes) };
  }
}

async function* whole<T extends string | Uint8Array>(content: T): AsyncGenerator<T> {
  yield content;
}
