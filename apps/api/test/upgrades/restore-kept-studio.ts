import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { KeptStudio } from "./kept-studio.ts";

/** The statements that put an earlier version's rows into its own schema, past triggers and in any order. */
export function rowsOfKeptStudio({ tables }: KeptStudio): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  return [
    "set session_replication_role = replica",
    ...Object.keys(tables).map((table) => `delete from "${table}"`),
    ...Object.entries(tables).map(
      ([table, rows]) =>
        `insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", ${quoted(JSON.stringify(rows))})`,
    ),
    "set session_replication_role = origin",
  ].join(";\n");
}

/** Writes an earlier version's pictures where a studio with files keeps them. */
export async function writeKeptPictures({ pictures }: KeptStudio, folder: string): Promise<void> {
  for (const [key, bytes] of Object.entries(pictures)) {
    await mkdir(dirname(join(folder, key)), { recursive: true });
    await writeFile(join(folder, key), Buffer.from(bytes, "base64"));
  }
}
