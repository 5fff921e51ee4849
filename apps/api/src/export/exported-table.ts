/** A row as it goes into an export: the values of its exported columns, by the names the studio gives them. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** One table of an export, in words for the person whose rows they are. */
export interface ExportedTable {
  /** The table's name in the database, and so the name of its files. */
  readonly name: string;
  /** What one of its rows is, in a sentence. */
  readonly what: string;
  /** The columns that are exported. */
  readonly columns: readonly string[];
  /** Columns that are left out, each with its reason. */
  readonly withheld: Readonly<Record<string, string>>;
}

/** A table of which nothing is exported, with its reason. */
export interface WithheldTable {
  readonly name: string;
  readonly reason: string;
}
