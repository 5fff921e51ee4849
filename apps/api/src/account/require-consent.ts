import { DomainError } from "../errors/domain-error.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { listConsents } from "./account.store.ts";
import { consentText } from "./consent-text.ts";

/**
 * Goes on only when the subject agreed to the present consent text.
 *
 * @throws DomainError `consent_missing`
 */
export const requireConsent = async (tx: SubjectTransaction, subjectId: string): Promise<void> => {
  const given = await listConsents(tx, subjectId);
  if (!given.some(({ textVersion }) => textVersion === consentText.version))
    throw new DomainError("consent_missing", {});
};
