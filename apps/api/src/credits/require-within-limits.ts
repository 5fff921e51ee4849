import type { SubjectRow } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { sumSpentSince } from "./credit-entry.store.ts";
import { dayOf, monthOf } from "./spending-period.ts";
import { sumSpentByStudioSince } from "./studio-spending.store.ts";

/**
 * Lets a reservation through that stays within what the subject wants to spend in a month, what the studio lets any
 * subject spend in a month, and what the studio spends in a day. What was given back does not count.
 *
 * @param subject locked, so that nothing else of it is reserved meanwhile
 * @throws DomainError `monthly_cap_reached`, `studio_limit_reached`
 */
export const requireWithinLimits = async (
  studio: Studio,
  tx: SubjectTransaction,
  subject: SubjectRow,
  credits: number,
): Promise<void> => {
  const { monthlyPerSubject, dailyForStudio } = studio.settings.credits;
  const cap = lowerCap(subject.monthlyCreditCap, monthlyPerSubject);
  if (cap !== null) {
    const month = monthOf(studio.clock.now());
    const spent = await sumSpentSince(tx, subject.id, month.from);
    if (spent + credits > cap.credits) {
      throw new DomainError("monthly_cap_reached", {
        cap: cap.credits,
        spent,
        need: credits,
        setBy: cap.setBy,
        resetsAt: month.until.toISOString(),
      });
    }
  }
  if (dailyForStudio !== null) {
    const day = dayOf(studio.clock.now());
    const spent = await sumSpentByStudioSince(tx, day.from);
    if (spent + credits > dailyForStudio)
      throw new DomainError("studio_limit_reached", { resetsAt: day.until.toISOString() });
  }
};

interface MonthlyCap {
  readonly credits: number;
  readonly setBy: "you" | "studio";
}

const lowerCap = (own: number | null, studioWide: number | null): MonthlyCap | null => {
  if (own !== null && (studioWide === null || own <= studioWide)) return { credits: own, setBy: "you" };
  return studioWide === null ? null : { credits: studioWide, setBy: "studio" };
};
