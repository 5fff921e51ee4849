import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";
import type { ChainHead } from "./chain.store.ts";

/** The end of one chain, as an anchor holds it: the chain's id, its last position, and the hash there. */
export const anchoredHead = z.tuple([z.uuid(), z.number().int().positive(), z.string()]);

/** One link of the chain over all chains. Position 1 follows `beforeTheFirst`. */
export interface Anchor {
  readonly position: number;
  readonly at: Date;
  readonly heads: readonly z.infer<typeof anchoredHead>[];
  readonly previousHash: string;
  readonly hash: string;
  readonly sealKeyId: string;
  readonly seal: string;
}

/** An anchor as the database gives it: its heads are not looked into yet. */
export type AnchorRow = Omit<Anchor, "heads"> & { readonly heads: unknown };

/** Keeps anchors. They belong to nobody and name nobody. */
export interface AnchorStore {
  readonly last: () => Promise<AnchorRow | undefined>;
  /** Anchors after a position, oldest first. */
  readonly after: (position: number, atMost: number) => Promise<AnchorRow[]>;
  /** Adds an anchor and notes how far its chains are anchored; false when another process was first. */
  readonly add: (anchor: Anchor) => Promise<boolean>;
}

/** How an anchor holds a head. */
export const toAnchored = ({ chainId, position, hash }: Pick<ChainHead, "chainId" | "position" | "hash">) =>
  [chainId, position, hash] as const satisfies z.infer<typeof anchoredHead>;

/** sha-256 in hex over the canonical JSON of an anchor without its hash and seal. */
export const hashOfAnchor = ({
  position,
  at,
  heads,
  previousHash,
}: Pick<Anchor, "position" | "at" | "heads" | "previousHash">): string =>
  createHash("sha256")
    .update(canonicalJson({ format: 1, position, at: at.toISOString(), heads, previous: previousHash }))
    .digest("hex");

/** What the studio seals: an anchor, and with it all before it. */
export const anchorText = ({ position, hash }: Pick<Anchor, "position" | "hash">): string =>
  `anchor\n${position}\n${hash}`;
