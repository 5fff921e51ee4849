import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { type CreditEntryRow, findGrant } from "./credit-entry.store.ts";
import { enter } from "./enter.ts";

/** Where credits come from, and what makes it happen once. */
export type GrantSource =
  | { readonly reason: "sign-up" }
  | { readonly reason: "operator"; readonly key: string; readonly note: string }
  | { readonly reason: "payment"; readonly key: string };

/**
 * Adds credits to a subject's ledger. The same source again changes nothing and gives the first entry.
 *
 * @throws DomainError `not_found` when there is no such subject
 */
export const addGrant = async (
  studio: Studio,
  tx: SubjectTransaction,
  subjectId: string,
  credits: number,
  source: GrantSource,
): Promise<CreditEntryRow> => {
  // Held to the end: a grant that comes twice at once finds itself.
  const subject = await lockSubject(tx, subjectId);
  if (subject === undefined) throw new DomainError("not_found", { what: "subject" });
  const grantKey = source.reason === "sign-up" ? subjectId : source.key;
  const earlier = await findGrant(tx, source.reason, grantKey);
  if (earlier !== undefined) return earlier;
  return enter(studio, tx, {
    id: studio.identifiers.next(),
    subjectId,
    kind: "grant",
    amount: credits,
    held: 0,
    reason: source.reason,
    grantKey,
    ...(source.reason === "operator" ? { note: source.note } : {}),
  });
};
