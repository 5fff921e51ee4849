import { isDeepStrictEqual } from "node:util";
import type { EntryKind, Statement } from "./isolation-entry.ts";
import { printOf, type PseudonymKind, pseudonymOf } from "./pseudonym.ts";
import {
  joinedLater,
  witnessedColumns,
  type WitnessedPart,
  type WitnessedRows,
  type WitnessedTable,
} from "./witnessed-columns.ts";

/** A part of a row that an entry binds, as it stands now; `removed` binds that it is gone. */
export type RowToBind = {
  readonly [TTable in WitnessedTable]:
    | { readonly table: TTable; readonly part: WitnessedPart; readonly row: WitnessedRows[TTable] }
    | { readonly table: TTable; readonly removedId: string };
}[WitnessedTable];

/** What an entry is to say, before its names are turned into pseudonyms. */
export interface Said {
  readonly kind: EntryKind;
  /** A closed code, in clear: why something was refused, or how it ended. */
  readonly reason?: string | null;
  readonly rows?: readonly RowToBind[];
  readonly sent?: {
    readonly model?: string;
    readonly version?: string | null;
    readonly prediction?: string;
    /** sha-256 of every image that was sent. */
    readonly imageHashes?: readonly string[];
  };
}

/** Says it in pseudonyms of one subject's key: what is kept names nobody and nothing. */
export const toStatement = (key: Uint8Array, { kind, reason = null, rows = [], sent }: Said): Statement => ({
  kind,
  reason,
  rows: rows.map((bound) => bindRow(key, bound)),
  sent:
    sent === undefined
      ? null
      : {
          model: orNull(key, "model", sent.model),
          version: orNull(key, "version", sent.version),
          prediction: orNull(key, "prediction", sent.prediction),
          images: (sent.imageHashes ?? []).map((hash) => pseudonymOf(key, "image", hash)),
        },
});

const orNull = (key: Uint8Array, kind: PseudonymKind, value: string | null | undefined): string | null =>
  value === null || value === undefined ? null : pseudonymOf(key, kind, value);

const bindRow = (key: Uint8Array, bound: RowToBind): Statement["rows"][number] => {
  if ("removedId" in bound)
    return { table: bound.table, part: "made", row: pseudonymOf(key, "row", bound.removedId), print: null };
  return {
    table: bound.table,
    part: bound.part,
    row: pseudonymOf(key, "row", bound.row.id),
    print: printOfPart(key, bound.table, bound.part, bound.row),
  };
};

/** The print of the columns that a part binds. */
export const printOfPart = (
  key: Uint8Array,
  table: WitnessedTable,
  part: WitnessedPart,
  row: object,
): string => {
  const names: readonly string[] = witnessedColumns[table][part] ?? [];
  const values = new Map(Object.entries(row));
  const before = new Map(Object.entries(joinedLater[table] ?? {}));
  const isAsBefore = (name: string) =>
    before.has(name) && isDeepStrictEqual(values.get(name), before.get(name));
  const bound = names.filter((name) => !isAsBefore(name));
  return printOf(key, table, part, Object.fromEntries(bound.map((name) => [name, values.get(name)])));
};
