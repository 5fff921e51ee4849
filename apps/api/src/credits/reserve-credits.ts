import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { enter } from "./enter.ts";
import type { PaidWork } from "./paid-work.ts";
import { requireAffordable } from "./require-affordable.ts";

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
  await requireAffordable(studio, tx, subjectId, credits);
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
