import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database, Transaction } from "../db/database.ts";
import { BackupRefused } from "./backup-format.ts";

const identityRows = z.object({ rows: z.array(z.object({ column: z.string() })) });

/** Puts rows back into tables of the schema they were taken from. */
export interface RowRestorer {
  readonly put: (table: string, rows: readonly string[]) => Promise<void>;
}

/**
 * Puts a backup's rows into a fresh database in one transaction, past triggers and in any order: all of them are there
 * afterwards, or none.
 *
 * @param tables emptied first: the migrations have written some rows of their own
 * @throws BackupRefused when the database's login may not put rows past triggers
 */
export const restoreRows = (
  database: Database,
  tables: readonly string[],
  work: (restorer: RowRestorer) => Promise<void>,
): Promise<void> =>
  database.system.transaction(async (tx) => {
    try {
      await tx.execute(sql`set local session_replication_role = replica`);
    } catch (error) {
      throw new BackupRefused(
        "The database's login may not put rows back as they were. Restore as a superuser; docs/RUNNING.md says how.",
        { cause: error },
      );
    }
    for (const table of tables) await tx.execute(sql`delete from ${sql.identifier(table)}`);
    await work({
      put: async (table, rows) => {
        const name = sql.identifier(table);
        await tx.execute(
          sql`insert into ${name} overriding system value
            select * from jsonb_populate_recordset(null::${name}, ${`[${rows.join(",")}]`}::jsonb)`,
        );
      },
    });
    for (const table of tables) await continueCounting(tx, table);
  });

/** A column that the database counts itself goes on after its highest number. */
const continueCounting = async (tx: Transaction, table: string): Promise<void> => {
  const counted = identityRows.parse(
    await tx.execute(
      sql`select column_name as "column" from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_identity = 'YES'`,
    ),
  );
  for (const { column } of counted.rows)
    await tx.execute(
      sql`select setval(pg_get_serial_sequence(${table}, ${column}),
        (select coalesce(max(${sql.identifier(column)}), 0) + 1 from ${sql.identifier(table)}), false)`,
    );
};
