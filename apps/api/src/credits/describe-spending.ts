import { findSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { sumSpentSince } from "./credit-entry.store.ts";
import { monthOf } from "./spending-period.ts";
import type { Spending } from "./spending-view.ts";

/**
 * What a subject has spent this month, and its bounds.
 *
 * @throws DomainError `not_found` when the subject is gone
 */
export const describeSpending = async (
  studio: Studio,
  tx: SubjectTransaction,
  subjectId: string,
): Promise<Spending> => {
  const subject = await findSubject(tx, subjectId);
  if (subject === undefined) throw new DomainError("not_found", { what: "account" });
  const { from, until } = monthOf(studio.clock.now());
  return {
    month: { from: from.toISOString(), until: until.toISOString() },
    spent: await sumSpentSince(tx, subjectId, from),
    ownCap: subject.monthlyCreditCap,
    studioCap: studio.settings.credits.monthlyPerSubject,
  };
};
