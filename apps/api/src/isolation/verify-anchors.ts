import { z } from "zod";
import type { Keyring } from "../keys/keyring.ts";
import { type AnchorRow, anchoredHead, anchorText, hashOfAnchor } from "./anchor.ts";
import { beforeTheFirst } from "./isolation-entry.ts";
import type { IsolationProblem } from "./isolation-problem.ts";

/** Where the anchors say that chains stood: by chain, the last position they hold, and the hash there. */
export type AnchoredHeads = ReadonlyMap<string, { readonly position: number; readonly hash: string }>;

/** The chain over all chains, walked. */
export interface VerifiedAnchors {
  readonly heads: AnchoredHeads;
  /** The newest one: kept elsewhere, its hash shows later that nothing before it was put back. */
  readonly last: Pick<AnchorRow, "position" | "hash" | "at"> | undefined;
  readonly problems: readonly IsolationProblem[];
}

/** Walks the chain over all chains: every hash, every link, none missing, and the studio's seal on the newest. */
export const verifyAnchors = (keyring: Keyring, anchors: readonly AnchorRow[]): VerifiedAnchors => {
  const heads = new Map<string, { position: number; hash: string }>();
  const problems: IsolationProblem[] = [];
  const found = (position: number, message: string): void => {
    problems.push({ code: "anchor-altered", table: "isolation_anchors", row: String(position), message });
  };
  let previousHash = beforeTheFirst;
  let expected = 1;
  for (const anchor of anchors) {
    const held = z.array(anchoredHead).safeParse(anchor.heads);
    if (anchor.position !== expected) found(expected, `It is not there; ${anchor.position} follows.`);
    if (
      !held.success ||
      anchor.previousHash !== previousHash ||
      hashOfAnchor({ ...anchor, heads: held.data }) !== anchor.hash
    )
      found(anchor.position, "What it holds is not what its hash was made of.");
    for (const [chainId, position, hash] of held.data ?? []) heads.set(chainId, { position, hash });
    previousHash = anchor.hash;
    expected = anchor.position + 1;
  }
  const last = anchors.at(-1);
  if (last !== undefined) {
    const seal = { keyId: last.sealKeyId, tag: last.seal };
    if (keyring.check("isolation seal", anchorText(last), seal) !== "ours")
      found(last.position, "It is the newest one, and the seal on it is not the studio's.");
  }
  return { heads, last, problems };
};
