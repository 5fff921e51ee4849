import { setMonthlyCreditCap } from "../account/account.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { describeSpending } from "./describe-spending.ts";
import type { Spending } from "./spending-view.ts";

/**
 * Sets what the caller allows themselves to spend in a calendar month. Work under way is not touched.
 *
 * @param cap in credits; 0 starts nothing more, null takes the bound away
 */
export const setMonthlyCap = (studio: Studio, caller: Caller, cap: number | null): Promise<Spending> =>
  studio.actingAs(caller.subjectId, async (tx) => {
    await setMonthlyCreditCap(tx, caller.subjectId, cap);
    return describeSpending(studio, tx, caller.subjectId);
  });
