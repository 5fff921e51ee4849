import { z } from "zod";

/** What stands in `backup.json`, the first file of a backup. */
export const backupHead = z.object({
  formatVersion: z.literal(1),
  at: z.iso.datetime(),
  /** How many migrations its rows have seen. */
  migrations: z.int().min(1),
  tables: z.array(z.object({ name: z.string().regex(/^[a-z_]+$/), rows: z.int() })),
});

/** What stands in `backup.json`, the first file of a backup. */
export type BackupHead = z.infer<typeof backupHead>;

/** Where the rows of a table stand in a backup: one JSON object a line. */
export const rowsPath = (table: string): string => `rows/${table}.jsonl`;

/** Under this folder pictures stand by their keys. */
export const picturesFolder = "pictures/";

/** Thrown when no backup can be made, or put back; its message is for the terminal. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
}
