import { services } from "@selfsame/flux-core";
import { z } from "zod";
import { cursorInput } from "../studio/list-cursor.ts";
import { likenessBands, scoreView } from "../measuring/score-view.ts";
import { router, subjectProcedure } from "../trpc/procedures.ts";
import { emptyTrash } from "./empty-trash.ts";
import { getPortrait } from "./get-portrait.ts";
import { keepPortrait } from "./keep-portrait.ts";
import { keepPortraits } from "./keep-portraits.ts";
import { listMeasuredPortraits, measuredPage } from "./list-measured-portraits.ts";
import { listPortraits } from "./list-portraits.ts";
import { listTrash, trashView } from "./list-trash.ts";
import { portraitDetail } from "./portrait-detail.ts";
import { momentInput, portraitIdsInput, presetIdInput } from "./portrait-inputs.ts";
import { portraitView } from "./portrait-view.ts";
import { readScores } from "./read-scores.ts";
import { scoreCursorInput } from "./score-cursor.ts";
import { restorePortraits } from "./restore-portraits.ts";
import { trashPortraits } from "./trash-portraits.ts";

const limitInput = z.int().min(1).max(100).default(50);

const pageInput = { cursor: cursorInput.nullish(), limit: limitInput };

const siftInput = {
  kept: z.boolean().optional(),
  service: z.enum(services).optional(),
  presetId: presetIdInput.optional(),
  /** Made at this moment or later. */
  from: momentInput.optional(),
  /** Made before this moment. */
  until: momentInput.optional(),
};

/** The caller's finished portraits. */
export const galleryRouter = router({
  list: subjectProcedure
    .input(z.strictObject({ ...pageInput, ...siftInput }))
    .output(z.object({ portraits: z.array(portraitView), nextCursor: z.string().nullable() }))
    .query(({ ctx, input: { cursor, ...part } }) =>
      listPortraits(ctx.studio, ctx.caller, { ...part, after: cursor ?? null }),
    ),

  listByScore: subjectProcedure
    .input(
      z.strictObject({
        sort: z.enum(["likeness", "naturalness"]),
        cursor: scoreCursorInput.nullish(),
        limit: limitInput,
        ...siftInput,
        likenessFrom: z.number().min(0).max(1).optional(),
        likenessBand: z.enum(likenessBands).optional(),
        naturalnessFrom: z.number().min(0).max(1).optional(),
        /** Less than this. */
        naturalnessBelow: z.number().min(0).max(1).optional(),
      }),
    )
    .output(measuredPage)
    .query(({ ctx, input: { cursor, ...part } }) =>
      listMeasuredPortraits(ctx.studio, ctx.caller, { ...part, after: cursor ?? null }),
    ),

  scores: subjectProcedure
    .input(z.strictObject({ portraitIds: z.array(z.uuid()).max(100) }))
    .output(z.array(z.object({ portraitId: z.uuid(), score: scoreView })))
    .query(({ ctx, input }) => readScores(ctx.studio, ctx.caller, input.portraitIds)),

  get: subjectProcedure
    .input(z.strictObject({ portraitId: z.uuid() }))
    .output(portraitDetail)
    .query(({ ctx, input }) => getPortrait(ctx.studio, ctx.caller, input.portraitId)),

  keep: subjectProcedure
    .input(z.strictObject({ portraitId: z.uuid(), kept: z.boolean() }))
    .output(portraitView)
    .mutation(({ ctx, input }) => keepPortrait(ctx.studio, ctx.caller, input)),

  keepMany: subjectProcedure
    .input(z.strictObject({ portraitIds: portraitIdsInput, kept: z.boolean() }))
    .output(z.array(portraitView))
    .mutation(({ ctx, input }) => keepPortraits(ctx.studio, ctx.caller, input)),

  trash: subjectProcedure
    .input(z.strictObject({ portraitIds: portraitIdsInput }))
    .output(z.array(portraitView))
    .mutation(({ ctx, input }) => trashPortraits(ctx.studio, ctx.caller, input.portraitIds)),

  restore: subjectProcedure
    .input(z.strictObject({ portraitIds: portraitIdsInput }))
    .output(z.array(portraitView))
    .mutation(({ ctx, input }) => restorePortraits(ctx.studio, ctx.caller, input.portraitIds)),

  listTrash: subjectProcedure
    .input(z.strictObject(pageInput))
    .output(trashView)
    .query(({ ctx, input }) =>
      listTrash(ctx.studio, ctx.caller, { after: input.cursor ?? null, limit: input.limit }),
    ),

  emptyTrash: subjectProcedure
    .output(z.object({ removed: z.int(), left: z.int() }))
    .mutation(({ ctx }) => emptyTrash(ctx.studio, ctx.caller)),
});
