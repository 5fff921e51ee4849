import type { SubjectTransaction } from "../studio/studio.ts";
import { type ChainHead, insertEntries } from "./chain.store.ts";
import { hashOfEntry, headText, type IsolationEntry } from "./isolation-entry.ts";
import type { LogParts } from "./log-parts.ts";

/** Adds statements after a head that this transaction holds, and seals the new head. */
export const extendChain = async (
  log: LogParts,
  tx: SubjectTransaction,
  head: Pick<ChainHead, "chainId" | "position" | "hash">,
  statements: readonly Pick<IsolationEntry, "keyNumber" | "statement">[],
): Promise<Pick<ChainHead, "chainId" | "position" | "hash">> => {
  const at = log.clock.now();
  const entries: IsolationEntry[] = [];
  let { position, hash } = head;
  for (const { keyNumber, statement } of statements) {
    position += 1;
    const entry = { chainId: head.chainId, position, at, keyNumber, statement, previousHash: hash };
    hash = hashOfEntry(entry);
    entries.push({ ...entry, hash });
  }
  const moved = { chainId: head.chainId, position, hash };
  const { keyId, tag } = log.keyring.seal("isolation seal", headText(moved));
  await insertEntries(tx, entries, { ...moved, sealKeyId: keyId, seal: tag, changedAt: at });
  return moved;
};
