/** `exported`, or why not. */
export type Choice = "exported" | { readonly withheld: string };

/** For columns that lead to the provider. */
export const providersAddress = { withheld: "It is, or is part of, an address at the provider." };
/** For columns in the provider's words. */
const providersWords = {
  withheld: "The provider's words for the operator; errorCode says what it meant.",
};
/** For columns that open the account. */
export const opensTheAccount = { withheld: "Whoever has it could sign in as you." };
/** What every row of a person's own has. */
export const ownRow = { id: "exported", subjectId: "exported", createdAt: "exported" } as const;
/** What is kept of every picture. */
export const picture = {
  sha256: "exported",
  sizeBytes: "exported",
  width: "exported",
  height: "exported",
  placeholderHash: "exported",
} as const;
/** What is kept of all work that takes its time. */
export const openWork = {
  errorCode: "exported",
  errorDetail: providersWords,
  simulated: "exported",
  cancelRequestedAt: "exported",
  deadlineAt: "exported",
  nextCheckAt: "exported",
  checkCount: "exported",
  createdAt: "exported",
  endedAt: "exported",
  idempotencyKey: "exported",
  sentAt: "exported",
  providerId: providersAddress,
  predictSeconds: "exported",
  step: "exported",
  totalSteps: "exported",
  status: "exported",
} as const;
/** Columns that are exported, one and all. */
export const allOf = <TColumn extends string>(...columns: TColumn[]) =>
  // Safe: the entries are exactly the columns named.
  Object.fromEntries(columns.map((column) => [column, "exported"])) as Record<TColumn, "exported">;
