import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { Database } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { migrationsFolder } from "./migrations-folder.ts";

/**
 * Opens the embedded PostgreSQL of a folder, making it first where there is none. A first start that is killed
 * leaves no half-made database: it is made beside and renamed into place.
 *
 * @param migrations all of them when left out
 *
 * @throws DatabaseInUseError when another process has the folder open
 */
export const openPglite = async (
  folder: string,
  migrations: string = migrationsFolder,
): Promise<Database> => {
  await mkdir(dirname(folder), { recursive: true });
  const unlock = lockFolder(folder);
  try {
    if (!existsSync(folder)) {
      const making = `${folder}.making`;
      await rm(making, { recursive: true, force: true });
      const first = await PGlite.create(making);
      await first.close();
      await rename(making, folder);
    }
    return await fromPglite(await PGlite.create(folder), unlock, migrations);
  } catch (error) {
    unlock();
    throw error;
  }
};

/**
 * Wraps an open PGlite and brings its schema up to date.
 *
 * @param onClose called once after it is closed
 * @param migrations all of them when left out
 */
export const fromPglite = async (
  client: PGlite,
  onClose: () => void = () => {},
  migrations: string = migrationsFolder,
): Promise<Database> => {
  const system = drizzle(client);
  await migrate(system, { migrationsFolder: migrations });
  return {
    kind: "pglite",
    system,
    executeSql: async (text, values) => {
      if (values !== undefined && values.length > 0)
        return client.query<Record<string, unknown>>(text, values);
      const results = await client.exec(text);
      return { rows: results.flatMap((result) => result.rows as Record<string, unknown>[]) };
    },
    listen: (channel, onPayload) => client.listen(channel, onPayload),
    close: async () => {
      await client.close();
      onClose();
    },
  };
};
