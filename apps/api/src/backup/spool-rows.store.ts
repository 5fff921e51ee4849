import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database, Transaction } from "../db/database.ts";
import { type BackupHead, BackupRefused } from "./backup-format.ts";

const rowsAtOnce = 500;
const answer = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row) });
const roleRows = answer(z.object({ sees_all: z.boolean() }));
const countRows = answer(z.object({ n: z.coerce.number() }));
const nameRows = answer(z.object({ name: z.string() }));
const textRows = answer(z.object({ row: z.string() }));

/**
 * Writes every row of the studio's tables into files of a folder, one file a table and one JSON object a line, all as
 * they are at one moment. The embedded database answers nobody else meanwhile, so nothing waits for whoever reads them.
 *
 * @throws BackupRefused when the database's login is bound by row-level security, and so would miss rows unseen
 */
export const spoolRows = (
  database: Database,
  folder: string,
): Promise<Pick<BackupHead, "migrations" | "tables">> =>
  database.system.transaction(
    async (tx) => {
      const role = roleRows.parse(
        await tx.execute(
          sql`select rolsuper or rolbypassrls as sees_all from pg_roles where rolname = current_user`,
        ),
      );
      if (role.rows[0]?.sees_all !== true)
        throw new BackupRefused(
          "The studio's login does not see every row, so its backup would miss some. Use pg_dump as a superuser; docs/RUNNING.md says how.",
        );
      const [applied] = countRows.parse(
        await tx.execute(sql`select count(*) as n from drizzle.__drizzle_migrations`),
      ).rows;
      const names = nameRows.parse(
        await tx.execute(
          sql`select table_name as name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
        ),
      );
      const tables: { name: string; rows: number }[] = [];
      for (const { name } of names.rows) {
        let rows = 0;
        const lines = async function* (): AsyncGenerator<string> {
          for await (const row of rowsOf(tx, name)) {
            rows += 1;
            yield `${row}\n`;
          }
        };
        await pipeline(lines, createWriteStream(join(folder, `${name}.jsonl`), { mode: 0o600 }));
        tables.push({ name, rows });
      }
      return { migrations: applied?.n ?? 0, tables };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );

async function* rowsOf(tx: Transaction, table: string): AsyncGenerator<string> {
  await tx.execute(
    sql`declare backup_rows no scroll cursor for select to_jsonb(t)::text as row from ${sql.identifier(table)} t`,
  );
  for (;;) {
    const { rows } = textRows.parse(
      await tx.execute(sql.raw(`fetch forward ${rowsAtOnce} from backup_rows`)),
    );
    for (const { row } of rows) yield row;
    if (rows.length < rowsAtOnce) break;
  }
  await tx.execute(sql`close backup_rows`);
}
