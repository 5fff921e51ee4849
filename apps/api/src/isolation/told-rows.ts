import type { EntryKind, IsolationEntry } from "./isolation-entry.ts";
import { pseudonymOf } from "./pseudonym.ts";

/** A subject's keys by their number, decrypted. */
export type PseudonymKeys = ReadonlyMap<number, Uint8Array>;

/** What the log says of one part of one row. */
export interface Told {
  readonly entry: IsolationEntry;
  /** Null where it says that the row was removed. */
  readonly print: string | null;
}

/** The log of one subject by the rows it tells of, looked up by their ids under every key the subject has had. */
export interface ToldRows {
  /** What is said of a part of a row, oldest first. */
  readonly of: (table: string, part: string, id: string) => readonly Told[];
  /** The entries of one kind that tell of a row, oldest first. */
  readonly entriesOf: (kind: EntryKind, table: string, id: string) => readonly IsolationEntry[];
  /** The last that is said of every part of every row that was never asked for with `of`. */
  readonly neverAskedFor: () => readonly (Told & { readonly table: string; readonly part: string })[];
}

/** Sorts a walked chain by the rows it tells of. */
export const toldRows = (keys: PseudonymKeys, entries: readonly IsolationEntry[]): ToldRows => {
  const byPart = new Map<string, Told[]>();
  for (const entry of entries)
    for (const { table, part, row, print } of entry.statement.rows) {
      const name = nameOf(entry.keyNumber, table, part, row);
      const told = byPart.get(name) ?? [];
      told.push({ entry, print });
      byPart.set(name, told);
    }
  const asked = new Set<string>();
  const of = (table: string, part: string, id: string): Told[] => {
    const found: Told[] = [];
    for (const [number, key] of keys) {
      const name = nameOf(number, table, part, pseudonymOf(key, "row", id));
      asked.add(name);
      found.push(...(byPart.get(name) ?? []));
    }
    return found.toSorted((a, b) => a.entry.position - b.entry.position);
  };
  return {
    of,
    entriesOf: (kind, table, id) =>
      ["made", "accepted", "ended", "chosen"]
        .flatMap((part) => of(table, part, id))
        .map(({ entry }) => entry)
        .filter((entry) => entry.statement.kind === kind),
    neverAskedFor: () =>
      [...byPart].flatMap(([name, told]) => {
        const last = told.at(-1);
        const [, table = "", part = ""] = name.split(" ");
        return asked.has(name) || last === undefined ? [] : [{ ...last, table, part }];
      }),
  };
};

const nameOf = (keyNumber: number, table: string, part: string, row: string): string =>
  `${keyNumber} ${table} ${part} ${row}`;
