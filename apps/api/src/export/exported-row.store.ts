import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { appRole } from "../db/roles.ts";
import { exportCatalogue } from "./export-catalogue.store.ts";
import type { Exporter, NoExporter } from "./exporter.store.ts";
import type { ExportedRow, ExportedTable, WithheldTable } from "./exported-table.ts";

const choices: readonly (Exporter | NoExporter)[] = Object.values(exportCatalogue);
const nameOf = (table: PgTable): string => getTableConfig(table).name;

const exporters = new Map(
  choices.flatMap((choice) => (choice.kind === "exported" ? [[nameOf(choice.table), choice] as const] : [])),
);

const toExportedTable = (name: string, { what, columns }: Exporter): ExportedTable => {
  const withheld = Object.entries(columns).flatMap(([column, choice]) =>
    choice === "exported" ? [] : [[column, choice.withheld] as const],
  );
  return {
    name,
    what,
    columns: Object.keys(columns).filter((column) => columns[column] === "exported"),
    withheld: Object.fromEntries(withheld),
  };
};

/** Every table that is exported, in the order in which they stand in an export. */
export const exportedTables: readonly ExportedTable[] = [...exporters].map(([name, exporter]) =>
  toExportedTable(name, exporter),
);

/** Every table of which nothing is exported. */
export const withheldTables: readonly WithheldTable[] = choices.flatMap((choice) =>
  choice.kind === "withheld" ? [{ name: nameOf(choice.table), reason: choice.reason }] : [],
);

/**
 * The acting subject's rows of one table without what is withheld, in the order of its key.
 *
 * @param userId who signs in as that subject
 * @param after the last row of the page before; null for the first page
 */
export const readExportedRows = async (
  tx: SubjectTransaction,
  userId: string,
  { name, columns: wanted }: ExportedTable,
  { after, limit }: { readonly after: ExportedRow | null; readonly limit: number },
): Promise<ExportedRow[]> => {
  const exporter = exporters.get(name);
  if (exporter === undefined) throw new Error(`Nothing of a table ${name} is exported`);
  const { table, owner, key } = exporter;
  const all = getTableColumns(table);
  const column = (of: string): PgColumn => {
    const found = all[of];
    if (found === undefined) throw new Error(`The table ${name} has no column ${of}`);
    return found;
  };
  const keyColumns = key.map(column);
  const isAfter =
    after === null ? undefined : sql`(${listed(keyColumns)}) > (${listed(keyValues(key, after))})`;
  const read = (isOwn: SQL | undefined): Promise<ExportedRow[]> =>
    tx
      .select(Object.fromEntries(wanted.map((of) => [of, column(of)])))
      .from(table)
      .where(and(isOwn, isAfter))
      .orderBy(...keyColumns)
      .limit(limit);
  if (owner === "subject") return read(undefined);
  // Sign-in's tables are closed to the app's role: for one statement the person's own id is the condition instead.
  await tx.execute(sql`select set_config('role', 'none', true)`);
  const rows = await read(eq(column(owner.userId), userId));
  await tx.execute(sql`select set_config('role', ${appRole.name}, true)`);
  return rows;
};

const listed = (parts: readonly (PgColumn | SQL)[]): SQL => sql.join([...parts], sql`, `);

const keyValues = (key: readonly string[], row: ExportedRow): SQL[] => key.map((of) => sql`${row[of]}`);
