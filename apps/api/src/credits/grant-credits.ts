import { subjectOfEmail } from "../operator/subject-of-email.ts";
import type { Studio } from "../studio/studio.ts";
import { addGrant } from "./add-grant.ts";
import type { Balance } from "./balance-view.ts";
import { findBalance } from "./credit-entry.store.ts";

/** What an operator gives, to whom and why. */
export interface OperatorGrant {
  /** The address the person signs in with. */
  readonly email: string;
  readonly credits: number;
  /** In words; the person reads them in the history. */
  readonly reason: string;
  /** The same key again changes nothing. */
  readonly key: string;
}

/**
 * Gives somebody credits on an operator's word.
 *
 * @returns what the person can spend now
 * @throws DomainError `not_found` when nobody signs in with that address
 */
export const grantCredits = async (studio: Studio, grant: OperatorGrant): Promise<Balance> => {
  const subjectId = await subjectOfEmail(studio, grant.email);
  return studio.actingAs(subjectId, async (tx) => {
    await addGrant(studio, tx, subjectId, grant.credits, {
      reason: "operator",
      key: grant.key,
      note: grant.reason,
    });
    return findBalance(tx, subjectId);
  });
};
