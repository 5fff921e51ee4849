import { z } from "zod";
import { cursorInput } from "../studio/list-cursor.ts";
import { router, subjectProcedure } from "../trpc/procedures.ts";
import { getPortrait } from "./get-portrait.ts";
import { keepPortrait } from "./keep-portrait.ts";
import { listPortraits } from "./list-portraits.ts";
import { portraitDetail } from "./portrait-detail.ts";
import { portraitView } from "./portrait-view.ts";

/** The caller's finished portraits. */
export const galleryRouter = router({
  list: subjectProcedure
    .input(
      z.strictObject({
        cursor: cursorInput.nullish(),
        limit: z.int().min(1).max(100).default(50),
        kept: z.boolean().optional(),
      }),
    )
    .output(z.object({ portraits: z.array(portraitView), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) =>
      listPortraits(ctx.studio, ctx.caller, {
        after: input.cursor ?? null,
        limit: input.limit,
        kept: input.kept,
      }),
    ),

  get: subjectProcedure
    .input(z.strictObject({ portraitId: z.uuid() }))
    .output(portraitDetail)
    .query(({ ctx, input }) => getPortrait(ctx.studio, ctx.caller, input.portraitId)),

  keep: subjectProcedure
    .input(z.strictObject({ portraitId: z.uuid(), kept: z.boolean() }))
    .output(portraitView)
    .mutation(({ ctx, input }) => keepPortrait(ctx.studio, ctx.caller, input)),
});
