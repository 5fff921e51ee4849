import { count, eq, getTableColumns, sql } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { appRole } from "../db/roles.ts";
import { exportCatalogue } from "./export-catalogue.store.ts";
import type { Exporter, NoExporter } from "./exporter.store.ts";

const choices: readonly (Exporter | NoExporter)[] = Object.values(exportCatalogue);

/** The tables whose rows go with a subject: those that name one, exported or not, and sign-in's own of that person. */
const goingTables = choices.flatMap((choice): { table: PgTable; userId: PgColumn | null }[] => {
  const columns: Record<string, PgColumn> = getTableColumns(choice.table);
  if (choice.kind === "exported" && choice.owner !== "subject")
    return [{ table: choice.table, userId: columns[choice.owner.userId] ?? null }];
  const isOwned = "subjectId" in columns && columns["subjectId"]?.name === "subject_id";
  return isOwned || choice.table === exportCatalogue.subjects.table
    ? [{ table: choice.table, userId: null }]
    : [];
});

/**
 * How many rows of each table go with the acting subject, by the tables' names; tables without any are left out.
 *
 * @param userId who signs in as that subject
 */
export const countOwnedRows = async (
  tx: SubjectTransaction,
  userId: string,
): Promise<readonly { readonly table: string; readonly rows: number }[]> => {
  const counted: { table: string; rows: number }[] = [];
  for (const { table, userId: column } of goingTables) {
    const condition = column === null ? undefined : eq(column, userId);
    // Sign-in's tables are closed to the app's role.
    if (column !== null) await tx.execute(sql`select set_config('role', 'none', true)`);
    const [found] = await tx.select({ rows: count() }).from(table).where(condition);
    if (column !== null) await tx.execute(sql`select set_config('role', ${appRole.name}, true)`);
    if (found !== undefined && found.rows > 0)
      counted.push({ table: getTableConfig(table).name, rows: found.rows });
  }
  return counted;
};
