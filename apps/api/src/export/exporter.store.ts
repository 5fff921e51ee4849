import type { PgTable } from "drizzle-orm/pg-core";
import type { Choice } from "./column-choices.ts";

/** The columns of a table. */
export type ColumnKey<T extends PgTable> = keyof T["_"]["columns"] & string;

/** One table that is exported: a row of it, how rows are told apart, and what becomes of every column. */
export interface Exporter<T extends PgTable = PgTable> {
  readonly kind: "exported";
  readonly table: T;
  readonly what: string;
  /** How the person's own rows are found: by the policies that bind the app's role, or by who signs in. */
  readonly owner: "subject" | { readonly userId: string };
  /** Columns that no two rows of a person share, by which the rows are read in order. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Choice>>;
}

/** Nothing of a table is exported, and why. */
export interface NoExporter {
  readonly kind: "withheld";
  readonly table: PgTable;
  readonly reason: string;
}

/** A table that is exported, its rows found by the policies that bind the app's role. */
export const exported = <T extends PgTable>(
  table: T,
  what: string,
  key: readonly ColumnKey<T>[],
  columns: Readonly<Record<ColumnKey<T>, Choice>>,
): Exporter => ({ kind: "exported", table, what, owner: "subject", key, columns });

/** Sign-in's own tables belong to no subject: their rows are found by the person's id there. */
export const exportedOfUser = <T extends PgTable>(
  table: T,
  userId: ColumnKey<T>,
  what: string,
  columns: Readonly<Record<ColumnKey<T>, Choice>>,
): Exporter => ({ kind: "exported", table, what, owner: { userId }, key: ["id"], columns });

/** A table of which nothing is exported, and why. */
export const withheld = (table: PgTable, reason: string): NoExporter => ({ kind: "withheld", table, reason });
