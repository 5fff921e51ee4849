import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { findBalance } from "./credit-entry.store.ts";
import { enter } from "./enter.ts";
import type { PaidWork } from "./paid-work.ts";
import { requireUnpaused } from "./require-unpaused.ts";
import { requireWithinLimits } from "./require-within-limits.ts";

/**
 * Holds credits for work, in the transaction that makes the work: neither stands without the other.
 *
 * @param credits how many; at least 1
 * @throws DomainError `studio_paused`, `credits_insufficient`, `monthly_cap_reached`, `studio_limit_reached`
 */
export const reserveCredits = async (
  studio: Studio,
  tx: SubjectTransaction,
  subjectId: string,
  work: PaidWork,
  credits: number,
): Promise<void> => {
  const subject = await lockSubject(tx, subjectId);
  if (subject === undefined) throw new Error(`There is no subject ${subjectId} to reserve credits of`);
  await requireUnpaused(tx);
  const { available } = await findBalance(tx, subjectId);
  if (available < credits) throw new DomainError("credits_insufficient", { have: available, need: credits });
  await requireWithinLimits(studio, tx, subject, credits);
  const id = studio.identifiers.next();
  await enter(studio, tx, {
    id,
    subjectId,
    kind: "reserve",
    amount: -credits,
    held: credits,
    reservationId: id,
    ...(work.kind === "generation" ? { generationId: work.id } : { trainingId: work.id }),
    reason: work.kind,
  });
};
