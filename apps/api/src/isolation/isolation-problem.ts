/** What kinds of things do not hold. */
export const isolationProblemCodes = [
  "entry-altered",
  "entry-missing",
  "head-altered",
  "seal-not-ours",
  "seal-key-unknown",
  "chain-missing",
  "key-unusable",
  "row-altered",
  "row-missing",
  "row-unknown",
  "row-ownerless",
  "anchor-altered",
  "anchor-broken",
  "bytes-altered",
  "bytes-missing",
  "origin-unproven",
] as const;

/** What does not hold, by the row that it was found at. */
export interface IsolationProblem {
  readonly code: (typeof isolationProblemCodes)[number];
  readonly table: string;
  /** The row's id; for a row that is gone, the entry that told of it. */
  readonly row: string;
  readonly message: string;
}
