import { randomBytes, randomUUID } from "node:crypto";
import { lockSubject } from "../account/account.store.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import {
  type ChainHead,
  insertChain,
  insertPseudonymKey,
  lockChain,
  type SealedPseudonymKey,
} from "./chain.store.ts";
import { extendChain } from "./extend-chain.ts";
import { beforeTheFirst } from "./isolation-entry.ts";
import type { LogParts } from "./log-parts.ts";
import { placeOfPseudonymKey, pseudonymKeyBytes } from "./pseudonym-key.ts";
import { readSubjectRows } from "./read-subject-rows.ts";
import { rowsToBind } from "./rows-to-bind.ts";
import { toStatement } from "./statement.ts";

/** A chain that this transaction holds. */
export interface HeldChain {
  readonly head: Pick<ChainHead, "chainId" | "position" | "hash">;
  readonly key: SealedPseudonymKey;
}

/**
 * Gives a subject its chain and the first key of its pseudonyms. The first entry binds every row that is there: what
 * was made before the log was kept is taken as it is found.
 */
export const openChain = async (
  log: LogParts,
  tx: SubjectTransaction,
  subjectId: string,
): Promise<HeldChain> => {
  if ((await lockSubject(tx, subjectId)) === undefined)
    throw new Error(`There is no subject ${subjectId} to keep a log for`);
  const already = await lockChain(tx, subjectId);
  if (already !== undefined) return already;
  const createdAt = log.clock.now();
  // Random, not made from the subject: with the row that links them gone, nothing leads from one to the other.
  const chainId = randomUUID();
  const plainKey = randomBytes(pseudonymKeyBytes);
  const number = 1;
  const sealedKey = log.keyring.encrypt("pseudonyms", placeOfPseudonymKey(subjectId, number), plainKey);
  await insertChain(tx, { subjectId, chainId, createdAt });
  await insertPseudonymKey(tx, { subjectId, number, sealedKey, createdAt });
  const rows = rowsToBind(await readSubjectRows(tx, subjectId));
  const statement = toStatement(plainKey, { kind: "chain-opened", rows });
  const start = { chainId, position: 0, hash: beforeTheFirst };
  const head = await extendChain(log, tx, start, [{ keyNumber: number, statement }]);
  return { head, key: { number, sealedKey } };
};
