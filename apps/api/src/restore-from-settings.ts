import { existsSync } from "node:fs";
import { openBackup } from "./backup/open-backup.ts";
import { BackupRefused } from "./backup/backup-format.ts";
import { restoreBackup } from "./backup/restore-backup.ts";
import { earlierMigrations } from "./db/earlier-migrations.ts";
import { openDatabase } from "./db/open-database.ts";
import type { PlaceSettings } from "./env.ts";
import { openImageStore } from "./images/open-image-store.ts";
import { createLog } from "./log/create-log.ts";
import { databaseLocation, imageLocation } from "./places-from-settings.ts";

/**
 * Puts a backup into the fresh place that the settings name. The studio does not run meanwhile.
 *
 * @returns lines to print
 * @throws BackupRefused, DatabaseInUseError, StorageUnavailableError
 */
export const restoreFromSettings = async (settings: PlaceSettings, file: string): Promise<string[]> => {
  const log = createLog("error");
  const location = databaseLocation(settings);
  if (location.kind === "pglite" && existsSync(location.folder))
    throw new BackupRefused(
      `There is a database in ${location.folder}. Move it away first, or name another folder with DATA_DIR.`,
    );
  const backup = await openBackup(file);
  try {
    const { head, pictures } = await restoreBackup(backup, {
      images: await openImageStore(imageLocation(settings), log),
      openAt: async (migrations) => {
        await using earlier = await earlierMigrations(migrations);
        const database = await openDatabase(location, log, earlier.folder);
        const { rows } = await database.executeSql("select 1 from users limit 1");
        if (rows.length === 0) return database;
        await database.close();
        throw new BackupRefused("There is somebody in this database already: restore into an empty one.");
      },
    });
    const rows = head.tables.reduce((sum, table) => sum + table.rows, 0);
    return [
      `${rows} rows and ${pictures} pictures are as they were at ${head.at}.`,
      "Put the studio's keys back beside them (AUTH_SECRET and STUDIO_KEYS, or auth-secret and studio-keys in DATA_DIR), then start it.",
    ];
  } finally {
    backup.close();
  }
};
