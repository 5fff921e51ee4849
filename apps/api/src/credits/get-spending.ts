import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { describeSpending } from "./describe-spending.ts";
import type { Spending } from "./spending-view.ts";

/** What the caller has spent this month, and the bounds. */
export const getSpending = (studio: Studio, caller: Caller): Promise<Spending> =>
  studio.readingAs(caller.subjectId, (tx) => describeSpending(studio, tx, caller.subjectId));
