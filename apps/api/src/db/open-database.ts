import type { Logger } from "pino";
import type { Database } from "./database.ts";
import { openPglite } from "./open-pglite.ts";
import { openPostgres } from "./open-postgres.ts";

/** Where the database is: a PostgreSQL address, or a folder for the embedded one. */
export type DatabaseLocation =
  | { readonly kind: "postgres"; readonly url: string; readonly maximumConnections: number }
  | { readonly kind: "pglite"; readonly folder: string };

/**
 * Opens the database at a location, with its schema brought up to date.
 *
 * @param migrations all of them when left out
 */
export const openDatabase = (
  location: DatabaseLocation,
  log: Logger,
  migrations?: string,
): Promise<Database> =>
  location.kind === "postgres"
    ? openPostgres(location, log, migrations)
    : openPglite(location.folder, migrations);
