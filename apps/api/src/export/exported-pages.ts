import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import type { ExportedRow, ExportedTable } from "./exported-table.ts";
import { readExportedRows } from "./exported-row.store.ts";

const pageSize = 200;

/** The caller's rows of one table, a page at a time: no transaction is open while anybody writes them down. */
export async function* exportedPages(
  studio: Studio,
  caller: Caller,
  table: ExportedTable,
): AsyncGenerator<readonly ExportedRow[]> {
  let after: ExportedRow | null = null;
  do {
    const page: ExportedRow[] = await studio.readingAs(caller.subjectId, (tx) =>
      readExportedRows(tx, caller.userId, table, { after, limit: pageSize }),
    );
    if (page.length > 0) yield page;
    after = page.length < pageSize ? null : (page.at(-1) ?? null);
  } while (after !== null);
}
