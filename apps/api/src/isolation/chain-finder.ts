import type { ChainHead, EntryRow } from "./chain.store.ts";

/** A chain of the whole studio's, named by nothing but its own id. */
export interface FoundChain {
  readonly head: ChainHead;
  /** Whether there is still a subject that it tells of. */
  readonly isOwned: boolean;
}

/** Rows whose owner does not exist. */
export interface OwnerlessRows {
  readonly table: string;
  /** The owner they name: a subject's id, or a chain's. */
  readonly owner: string;
  readonly rows: number;
}

/** Walks all chains, for work without a session: the audit and the anchors. It reads pseudonyms and ids, never a face. */
export interface ChainFinder {
  /** Ids of subjects after one, in order; null starts. */
  readonly subjectsAfter: (after: string | null, atMost: number) => Promise<string[]>;
  /** Chains after one, in the order of their ids; null starts. */
  readonly chainsAfter: (after: string | null, atMost: number) => Promise<FoundChain[]>;
  /** The entries of one chain after a position, oldest first. */
  readonly entriesOf: (chainId: string, after: number, atMost: number) => Promise<EntryRow[]>;
  /** Heads that moved at or after a moment and are not anchored where they stand, the longest waiting first. */
  readonly headsToAnchor: (
    since: Date,
    atMost: number,
  ) => Promise<Pick<ChainHead, "chainId" | "position" | "hash">[]>;
  readonly ownerlessRows: () => Promise<OwnerlessRows[]>;
}
