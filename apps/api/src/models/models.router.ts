import { z } from "zod";
import { limitedProcedure, router, subjectProcedure } from "../trpc/procedures.ts";
import { activateTraining } from "./activate-training.ts";
import { cancelTraining } from "./cancel-training.ts";
import { getModel } from "./get-model.ts";
import { modelView } from "./model-view.ts";
import { startTraining } from "./start-training.ts";
import { trainingView } from "./training-view.ts";

const oneTraining = z.strictObject({ trainingId: z.uuid() });

/** The caller's own portrait model: its trainings, and which of its versions runs. */
export const modelsRouter = router({
  get: subjectProcedure.output(modelView.nullable()).query(({ ctx }) => getModel(ctx.studio, ctx.caller)),

  train: limitedProcedure("generate")
    .input(z.strictObject({ idempotencyKey: z.uuid().optional() }).optional())
    .output(trainingView)
    .mutation(({ ctx, input }) =>
      startTraining(ctx.studio, ctx.caller, { idempotencyKey: input?.idempotencyKey ?? null }),
    ),

  cancelTraining: subjectProcedure
    .input(oneTraining)
    .output(trainingView)
    .mutation(({ ctx, input }) => cancelTraining(ctx.studio, ctx.caller, input.trainingId)),

  activate: subjectProcedure
    .input(oneTraining)
    .output(modelView)
    .mutation(({ ctx, input }) => activateTraining(ctx.studio, ctx.caller, input.trainingId)),
});
