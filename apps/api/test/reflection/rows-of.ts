import { ownerlessTables } from "../ownerless-tables.ts";
import type { Database } from "../../src/db/database.ts";

/** Every row of one subject in every table that has an owner, and its chain, as text; two that are equal mean nothing changed. */
export async function rowsOf(database: Database, subjectId: string): Promise<Record<string, string[]>> {
  const { rows: tables } = await database.executeSql(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname = 'subjects' or exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'subject_id' and not a.attisdropped))
    order by c.relname`);
  const owned: Record<string, string[]> = {};
  for (const { name } of tables) {
    const table = String(name);
    const { rows } = await database.executeSql(
      `select to_jsonb(t)::text as row from "${table}" t
       where ${table === "subjects" ? "id" : "subject_id"} = $1 order by 1`,
      [subjectId],
    );
    owned[table] = rows.map(({ row }) => String(row));
  }
  for (const [table, { byChain }] of Object.entries(ownerlessTables)) {
    if (byChain !== true) continue;
    const { rows } = await database.executeSql(
      `select to_jsonb(t)::text as row from "${table}" t
       join isolation_chains c on c.chain_id = t.chain_id where c.subject_id = $1 order by 1`,
      [subjectId],
    );
    owned[table] = rows.map(({ row }) => String(row));
  }
  return owned;
}
