import { z } from "zod";
import { router, subjectProcedure } from "../trpc/procedures.ts";
import { getDefaultPreset } from "./get-default-preset.ts";
import { defaultPresetView } from "./own-preset-view.ts";
import { takeDefaultPreset } from "./take-default-preset.ts";
import { withdrawDefaultPreset } from "./withdraw-default-preset.ts";

/** Which preset holds where a person names none. */
export const presetsRouter = router({
  default: subjectProcedure
    .output(defaultPresetView)
    .query(({ ctx }) => getDefaultPreset(ctx.studio, ctx.caller.subjectId)),

  /** Makes an arm of an experiment the person's own default. */
  takeDefault: subjectProcedure
    .input(z.strictObject({ experimentId: z.uuid(), arm: z.int().min(0).max(100) }))
    .output(defaultPresetView)
    .mutation(({ ctx, input }) => takeDefaultPreset(ctx.studio, ctx.caller.subjectId, input)),

  /** Goes back to the studio's default. */
  withdrawDefault: subjectProcedure
    .output(defaultPresetView)
    .mutation(({ ctx }) => withdrawDefaultPreset(ctx.studio, ctx.caller.subjectId)),
});
