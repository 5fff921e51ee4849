import { stringify } from "csv-stringify/sync";
import type { ExportedRow } from "./exported-table.ts";

/** Rows as one JSON array, a row a line. */
export async function* rowsAsJson(pages: AsyncIterable<readonly ExportedRow[]>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const page of pages) {
    for (const row of page) {
      yield `${before}${JSON.stringify(row)}`;
      before = ",\n";
    }
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

/**
 * Rows as CSV, with the columns' names in its first line. It begins with a byte order mark, without which some
 * spreadsheets read UTF-8 wrongly, and what such a program would take for a formula stands behind an apostrophe.
 */
export async function* rowsAsCsv(
  columns: readonly string[],
  pages: AsyncIterable<readonly ExportedRow[]>,
): AsyncGenerator<string> {
  yield stringify([columns], { bom: true });
  for await (const page of pages) {
    yield stringify(page.map((row) => columns.map((column) => cell(row[column]))));
  }
}

const formula = /^[=+\-@\t\r]/u;

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "string") return formula.test(value) ? `'${value}` : value;
  return JSON.stringify(value);
};
