import type { PortraitWithBrief } from "../gallery/portrait.store.ts";
import { type Keyring, SealedBytesError } from "../keys/keyring.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { type EntryRow, findHead, listEntries, listPseudonymKeys } from "./chain.store.ts";
import { compareRows } from "./compare-rows.ts";
import type { EntryKind } from "./isolation-entry.ts";
import type { IsolationProblem } from "./isolation-problem.ts";
import { type PortraitProof, provePortraits } from "./prove-portraits.ts";
import { placeOfPseudonymKey } from "./pseudonym-key.ts";
import { readSubjectRows } from "./read-subject-rows.ts";
import { toldRows } from "./told-rows.ts";
import { verifyChain } from "./verify-chain.ts";

/** What a look at everything of one subject found. */
export interface SubjectCheck {
  readonly chainId: string | null;
  readonly entryCount: number;
  readonly firstEntryAt: Date | null;
  /** Decisions of the guard: to train, to make, and again immediately before sending. */
  readonly letThrough: number;
  readonly refused: number;
  readonly proofs: readonly PortraitProof[];
  readonly portraits: readonly PortraitWithBrief[];
  readonly problems: readonly IsolationProblem[];
}

const entriesPerPage = 2_000;
const lettingThrough = new Set<EntryKind>([
  "training-let-through",
  "generation-let-through",
  "generation-sent",
]);

/**
 * Walks the chain of one subject, holds every row against it, and proves the origin of every portrait.
 *
 * @param tx one that sees one moment: what is compared has to be of the same
 */
export const checkSubject = async (
  keyring: Keyring,
  tx: SubjectTransaction,
  subjectId: string,
): Promise<SubjectCheck> => {
  const rows = await readSubjectRows(tx, subjectId);
  const head = await findHead(tx, subjectId);
  const { keys, problems: keyProblems } = await openKeys(keyring, tx, subjectId);
  const entryRows = head === undefined ? [] : await readEntries(tx, head.chainId);
  const chain = head === undefined ? undefined : verifyChain(keyring, head.chainId, head, entryRows);
  const entries = chain?.entries ?? [];
  const told = toldRows(keys, entries);
  const compared = compareRows(keys, told, rows);
  const { proofs, problems: unproven } = provePortraits(keys, told, rows);
  const count = (isOne: (kind: EntryKind) => boolean): number =>
    entries.filter(({ statement }) => isOne(statement.kind)).length;
  return {
    chainId: head?.chainId ?? null,
    entryCount: entryRows.length,
    firstEntryAt: entryRows[0]?.at ?? null,
    letThrough: count((kind) => lettingThrough.has(kind)),
    refused: count((kind) => kind === "generation-refused"),
    proofs,
    portraits: rows.portraits,
    problems: [...keyProblems, ...(chain?.problems ?? []), ...compared, ...unproven],
  };
};

const readEntries = async (tx: SubjectTransaction, chainId: string): Promise<EntryRow[]> => {
  const rows: EntryRow[] = [];
  for (;;) {
    const after = rows.at(-1)?.position ?? 0;
    const page = await listEntries(tx, chainId, { after, limit: entriesPerPage });
    rows.push(...page);
    if (page.length < entriesPerPage) return rows;
  }
};

const openKeys = async (keyring: Keyring, tx: SubjectTransaction, subjectId: string) => {
  const keys = new Map<number, Uint8Array>();
  const problems: IsolationProblem[] = [];
  for (const { number, sealedKey } of await listPseudonymKeys(tx, subjectId)) {
    try {
      keys.set(number, keyring.decrypt("pseudonyms", placeOfPseudonymKey(subjectId, number), sealedKey));
    } catch (error) {
      if (!(error instanceof SealedBytesError)) throw error;
      const row = `${subjectId}/${number}`;
      problems.push({ code: "key-unusable", table: "pseudonym_keys", row, message: error.message });
    }
  }
  return { keys, problems };
};
