import { z } from "zod";

/** How much of a month's credits is spent, and the bounds; in credits. */
export const spendingView = z.object({
  /** The calendar month, in UTC; `until` belongs to the next one. */
  month: z.object({ from: z.iso.datetime(), until: z.iso.datetime() }),
  /** Reserved this month and not given back. */
  spent: z.int(),
  /** What the subject allows itself in a month; null: no bound. */
  ownCap: z.int().nullable(),
  /** What the studio allows every subject in a month; null: no bound. */
  studioCap: z.int().nullable(),
});

/** {@link spendingView} as a value. */
export type Spending = z.infer<typeof spendingView>;
