import type { Studio } from "../studio/studio.ts";
import { addGrant } from "./add-grant.ts";
import type { Payment } from "./payment-provider.ts";

/**
 * Gives a subject the credits of a payment. The same payment again changes nothing.
 *
 * @throws DomainError `not_found` when the subject is gone: somebody has to give the money back
 */
export const recordPayment = async (studio: Studio, payment: Payment): Promise<void> => {
  const { id, subjectId, credits } = payment;
  const entry = await studio.actingAs(subjectId, (tx) =>
    addGrant(studio, tx, subjectId, credits, { reason: "payment", key: id }),
  );
  if (entry.amount !== credits)
    studio.log.error(
      { paymentId: id, told: credits, given: entry.amount },
      "a payment was told of again with another number of credits; the first one stands",
    );
};
