import { DomainError } from "../errors/domain-error.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { findSubject, listConsents } from "./account.store.ts";
import { consentText } from "./consent-text.ts";

/**
 * Goes on only when the subject agreed to the present consent text, and has not withdrawn it since.
 *
 * @throws DomainError `account_closing`, `consent_missing`
 */
export const requireConsent = async (tx: SubjectTransaction, subjectId: string): Promise<void> => {
  const subject = await findSubject(tx, subjectId);
  if (subject === undefined || subject.deletionRequestedAt !== null)
    throw new DomainError("account_closing", {});
  const given = await listConsents(tx, subjectId);
  if (!given.some(({ textVersion }) => textVersion === consentText.version))
    throw new DomainError("consent_missing", {});
};
