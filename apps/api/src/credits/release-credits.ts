import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { findReservation } from "./credit-entry.store.ts";
import { enter } from "./enter.ts";
import type { PaidWork } from "./paid-work.ts";

/** Why credits are given back. */
export type ReleaseReason = "withheld" | "failed" | "canceled" | "expired";

/** Gives back whatever is still held for work, in the transaction that ends the work. */
export const releaseCredits = async (
  studio: Studio,
  tx: SubjectTransaction,
  subjectId: string,
  work: PaidWork,
  reason: ReleaseReason,
): Promise<void> => {
  const reservation = await findReservation(tx, work);
  if (reservation === undefined || reservation.remaining === 0) return;
  await enter(studio, tx, {
    id: studio.identifiers.next(),
    subjectId,
    kind: "release",
    amount: reservation.remaining,
    held: -reservation.remaining,
    reservationId: reservation.id,
    reason,
  });
};
