import { DomainError } from "../errors/domain-error.ts";
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
  await studio.actingAs(caller.subjectId, (tx) =>
    insertConsent(tx, {
      id: studio.identifiers.next(),
      subjectId: caller.subjectId,
      textVersion: given.textVersion,
      givenAt: studio.clock.now(),
    }),
  );
};
