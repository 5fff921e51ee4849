import type { SubjectTransaction } from "../studio/studio.ts";
import { listPseudonymKeys, lockChain } from "./chain.store.ts";
import { extendChain } from "./extend-chain.ts";
import type { LogParts } from "./log-parts.ts";
import { openChain } from "./open-chain.ts";
import { placeOfPseudonymKey } from "./pseudonym-key.ts";
import { type Said, toStatement } from "./statement.ts";

/**
 * Adds to the acting subject's isolation log, in the transaction of what it tells of: both happen or neither. The
 * subject's row is held from here on, so entries follow the order of commits. A subject without a chain gets one
 * first, which binds what is there already.
 *
 * @example
 * await appendEntry(log, tx, subjectId, { kind: "selfie-added", rows: [{ table: "selfies", part: "made", row }] });
 */
export const appendEntry = async (
  log: LogParts,
  tx: SubjectTransaction,
  subjectId: string,
  ...said: readonly Said[]
): Promise<void> => {
  const chain = await lockChain(tx, subjectId);
  // A new chain binds what is there, and so also what this entry tells of; it is said all the same.
  const { head, key } = chain ?? (await openChain(log, tx, subjectId));
  const statements = [];
  for (const each of said)
    for (const { number, sealedKey } of isRemoval(each) ? await listPseudonymKeys(tx, subjectId) : [key]) {
      const place = placeOfPseudonymKey(subjectId, number);
      const plainKey = log.keyring.decrypt("pseudonyms", place, sealedKey);
      statements.push({ keyNumber: number, statement: toStatement(plainKey, each) });
    }
  await extendChain(log, tx, head, statements);
};

/** A row that is gone has no id to look it up by: its removal is told under every key it may have been told of with. */
const isRemoval = ({ rows = [] }: Said): boolean => rows.some((row) => "removedId" in row);
