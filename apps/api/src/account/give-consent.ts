import { DomainError } from "../errors/domain-error.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { insertConsent } from "./account.store.ts";
import { consentText } from "./consent-text.ts";

/**
 * Records that the caller agreed to a version of the consent text; giving it twice changes nothing.
 *
 * @throws DomainError `consent_text_outdated` when the version read is not the present one
 */
export const giveConsent = async (
  studio: Studio,
  caller: Caller,
  given: { readonly textVersion: string },
): Promise<void> => {
  if (given.textVersion !== consentText.version) {
    throw new DomainError("consent_text_outdated", {
      current: consentText.version,
      given: given.textVersion,
    });
  }
  const consent = {
    id: studio.identifiers.next(),
    subjectId: caller.subjectId,
    textVersion: given.textVersion,
    givenAt: studio.clock.now(),
  };
  await studio.actingAs(caller.subjectId, async (tx) => {
    if (!(await insertConsent(tx, consent))) return;
    const rows = [{ table: "consents", part: "made", row: consent }] as const;
    await appendEntry(studio, tx, caller.subjectId, { kind: "consent-given", rows });
  });
};
