import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { findBalance } from "./credit-entry.store.ts";
import { requireUnpaused } from "./require-unpaused.ts";
import { requireWithinLimits } from "./require-within-limits.ts";

/**
 * Lets through what the subject can pay for and what is within every limit, now and to the end of the transaction.
 * Doors that make several things at once ask for all of them first, so that a refusal names the whole price.
 *
 * @param credits how many; at least 1
 * @throws DomainError `studio_paused`, `credits_insufficient`, `monthly_cap_reached`, `studio_limit_reached`
 */
export const requireAffordable = async (
  studio: Studio,
  tx: SubjectTransaction,
  subjectId: string,
  credits: number,
): Promise<void> => {
  const subject = await lockSubject(tx, subjectId);
  if (subject === undefined) throw new Error(`There is no subject ${subjectId} to reserve credits of`);
  await requireUnpaused(tx);
  const { available } = await findBalance(tx, subjectId);
  if (available < credits) throw new DomainError("credits_insufficient", { have: available, need: credits });
  await requireWithinLimits(studio, tx, subject, credits);
};
