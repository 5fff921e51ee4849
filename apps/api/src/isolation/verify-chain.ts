import type { Keyring } from "../keys/keyring.ts";
import type { ChainHead, EntryRow } from "./chain.store.ts";
import {
  beforeTheFirst,
  hashOfEntry,
  headText,
  type IsolationEntry,
  statementSchema,
} from "./isolation-entry.ts";
import type { IsolationProblem } from "./isolation-problem.ts";

/** A chain that was walked: its entries as far as they hold, and what does not. */
export interface VerifiedChain {
  readonly entries: readonly IsolationEntry[];
  readonly problems: readonly IsolationProblem[];
}

/**
 * Walks a chain from its first entry: every hash is worked out again, every entry names the one before, none is
 * missing, and the studio's seal is on the last. Knows nobody: the chain of a deleted subject is walked the same way.
 *
 * @param head undefined where there is none: then there may be no entries either
 */
export const verifyChain = (
  keyring: Keyring,
  chainId: string,
  head: ChainHead | undefined,
  rows: readonly EntryRow[],
): VerifiedChain => {
  const entries: IsolationEntry[] = [];
  const problems: IsolationProblem[] = [];
  let previousHash = beforeTheFirst;
  let expected = 1;
  for (const row of rows) {
    const name = `${chainId}/${row.position}`;
    const statement = statementSchema.safeParse(row.statement);
    if (row.position !== expected)
      problems.push(at(name, "entry-missing", `Entry ${expected} is not there; ${row.position} follows.`));
    const isWhole =
      statement.success &&
      row.previousHash === previousHash &&
      hashOfEntry({ ...row, statement: statement.data }) === row.hash;
    if (isWhole) entries.push({ ...row, statement: statement.data });
    else if (row.position === expected)
      problems.push(at(name, "entry-altered", "What it says is not what its hash was made of."));
    previousHash = row.hash;
    expected = row.position + 1;
  }
  return {
    entries,
    problems: [...problems, ...headProblems(keyring, chainId, head, expected - 1, previousHash)],
  };
};

const headProblems = (
  keyring: Keyring,
  chainId: string,
  head: ChainHead | undefined,
  position: number,
  hash: string,
): IsolationProblem[] => {
  const found = (code: IsolationProblem["code"], message: string): IsolationProblem[] => [
    { code, table: "isolation_heads", row: chainId, message },
  ];
  if (head === undefined) return position === 0 ? [] : found("chain-missing", "Its head is not there.");
  if (head.position !== position)
    return found(
      "entry-missing",
      `It names entry ${head.position} as the last; the last one there is ${position}.`,
    );
  if (head.hash !== hash) return found("head-altered", "It does not name the hash of the last entry.");
  const seal = { keyId: head.sealKeyId, tag: head.seal };
  switch (keyring.check("isolation seal", headText(head), seal)) {
    case "ours":
      return [];
    case "not-ours":
      return found("seal-not-ours", "The seal on it is not the studio's.");
    case "unknown-key":
      return found(
        "seal-key-unknown",
        `It was sealed with the key ${head.sealKeyId}, which the studio does not have.`,
      );
  }
};

const at = (row: string, code: IsolationProblem["code"], message: string): IsolationProblem => ({
  code,
  table: "isolation_entries",
  row,
  message,
});
