import { z } from "zod";
import { router, subjectProcedure } from "../trpc/procedures.ts";
import { balanceView } from "./balance-view.ts";
import { entryView } from "./entry-view.ts";
import { getBalance } from "./get-balance.ts";
import { getSpending } from "./get-spending.ts";
import { listHistory } from "./list-history.ts";
import { setMonthlyCap } from "./set-monthly-cap.ts";
import { spendingView } from "./spending-view.ts";

const highestCap = 1_000_000_000;

/** The caller's own credits: what is there, what is held, where it went, and how much a month may cost. */
export const creditsRouter = router({
  balance: subjectProcedure
    .output(balanceView)
    .query(({ ctx }) => getBalance(ctx.studio, ctx.caller.subjectId)),

  history: subjectProcedure
    .input(
      z.strictObject({
        cursor: z.int().min(1).max(2_147_483_647).nullish(),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .output(z.object({ entries: z.array(entryView), nextCursor: z.int().nullable() }))
    .query(({ ctx, input }) =>
      listHistory(ctx.studio, ctx.caller, { before: input.cursor ?? null, limit: input.limit }),
    ),

  spending: subjectProcedure.output(spendingView).query(({ ctx }) => getSpending(ctx.studio, ctx.caller)),

  setMonthlyCap: subjectProcedure
    .input(z.strictObject({ cap: z.int().min(0).max(highestCap).nullable() }))
    .output(spendingView)
    .mutation(({ ctx, input }) => setMonthlyCap(ctx.studio, ctx.caller, input.cap)),
});
