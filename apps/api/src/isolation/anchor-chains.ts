import type { Studio } from "../studio/studio.ts";
import { anchorText, hashOfAnchor, toAnchored } from "./anchor.ts";
import { beforeTheFirst } from "./isolation-entry.ts";

/** A transaction writes its moment before it commits; none takes as long as this. */
const longestTransactionMs = 15 * 60_000;
const headsPerAnchor = 5_000;

/**
 * Writes the heads that moved since the last anchor into the chain over all chains. Processes that do so at once
 * write one anchor between them.
 *
 * @returns how many heads were anchored
 */
export const anchorChains = async ({
  anchors,
  chains,
  clock,
  keyring,
}: Pick<Studio, "anchors" | "chains" | "clock" | "keyring">): Promise<number> => {
  const last = await anchors.last();
  const since = new Date(last === undefined ? 0 : last.at.getTime() - longestTransactionMs);
  const moved = await chains.headsToAnchor(since, headsPerAnchor);
  if (moved.length === 0) return 0;
  const unsealed = {
    position: (last?.position ?? 0) + 1,
    at: clock.now(),
    heads: moved.map(toAnchored),
    previousHash: last?.hash ?? beforeTheFirst,
  };
  const hash = hashOfAnchor(unsealed);
  const { keyId, tag } = keyring.seal("isolation seal", anchorText({ position: unsealed.position, hash }));
  const isFirst = await anchors.add({ ...unsealed, hash, sealKeyId: keyId, seal: tag });
  return isFirst ? moved.length : 0;
};
