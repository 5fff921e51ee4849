import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { findReservation } from "./credit-entry.store.ts";
import { enter } from "./enter.ts";
import type { PaidWork } from "./paid-work.ts";

/**
 * Spends held credits for what was delivered, in the transaction that delivers it.
 *
 * @param credits how many; "all" that are still held when left out
 */
export const settleCredits = async (
  studio: Studio,
  tx: SubjectTransaction,
  subjectId: string,
  work: PaidWork,
  credits?: number,
): Promise<void> => {
  const reservation = await findReservation(tx, work);
  // Work from before there were credits costs none.
  if (reservation === undefined) return;
  await enter(studio, tx, {
    id: studio.identifiers.next(),
    subjectId,
    kind: "settle",
    amount: 0,
    held: -(credits ?? reservation.remaining),
    reservationId: reservation.id,
    reason: "delivered",
  });
};
