/** What the app's role may do with a table. */
type Privilege = "SELECT" | "INSERT" | "UPDATE" | "DELETE";

/** A table without an owner of its rows: why that is, and what the role that acts for subjects may do with it. */
export interface OwnerlessTable {
  readonly why: string;
  readonly appMay: readonly Privilege[];
  /** Whether its rows are told apart by the subject's own chain. */
  readonly byChain?: true;
}

/** Every table that has no `subject_id`. One that is in neither list is a table that nobody has thought about. */
export const ownerlessTables: Readonly<Record<string, OwnerlessTable>> = {
  accounts: { why: "how a user signs in, before there is a subject", appMay: [] },
  deletion_receipts: {
    why: "outlives its subject, encrypted with a key that its person alone has",
    appMay: [],
  },
  isolation_anchored: { why: "how far each chain is anchored: ids of chains alone", appMay: [] },
  isolation_anchors: { why: "the one chain over all chains, which names nobody", appMay: [] },
  isolation_entries: {
    why: "outlives its subject, in pseudonyms; a row belongs to a chain, and the chain to a subject",
    appMay: ["SELECT", "INSERT"],
    byChain: true,
  },
  isolation_heads: {
    why: "outlives its subject as the entries do",
    appMay: ["SELECT", "INSERT", "UPDATE"],
    byChain: true,
  },
  operator_acts: { why: "what operators ordered; whom it concerned is an id without a key", appMay: [] },
  rate_limits: { why: "counts under keyed hashes of accounts and networks", appMay: [] },
  retired_subject_numbers: { why: "keyed hashes of numbers whose subjects are gone", appMay: [] },
  sessions: { why: "who is signed in, before it is known as which subject", appMay: [] },
  studio_controls: { why: "one row for the whole studio: whether it is paused", appMay: ["SELECT"] },
  users: { why: "people who sign in; a subject names its user, not the other way round", appMay: [] },
  verifications: { why: "short-lived proofs of an address, before there is a subject", appMay: [] },
};
