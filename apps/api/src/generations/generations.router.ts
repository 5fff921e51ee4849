import { z } from "zod";
import { briefLimits, outputLimits } from "../studio/limits.ts";
import { cursorInput } from "../studio/list-cursor.ts";
import { expressionName } from "../studio/expression-name.ts";
import { limitedProcedure, router, subjectProcedure } from "../trpc/procedures.ts";
import { cancelGeneration } from "./cancel-generation.ts";
import { createGeneration } from "./create-generation.ts";
import { generationView } from "./generation-view.ts";
import { getGeneration } from "./get-generation.ts";
import { listGenerations } from "./list-generations.ts";
import type { GenerationWish } from "./plan-generation.ts";
import { previewGeneration } from "./preview-generation.ts";
import { promptPreview } from "./prompt-preview.ts";

const highestSeed = 2_147_483_647;

const wishInput = z.strictObject({
  // Longer ones get the studio's own words, so the bound here only keeps out what nobody wrote by hand.
  brief: z.string().max(briefLimits.maximumCharacters * 25),
  expression: expressionName.optional(),
  presetId: z.string().max(100).optional(),
  outputs: z.int().min(outputLimits.minimum).max(outputLimits.maximum).default(1),
});

const toWish = (input: z.infer<typeof wishInput>): GenerationWish => ({
  service: "studio",
  brief: input.brief,
  expression: input.expression ?? null,
  enhancement: "none",
  presetId: input.presetId ?? null,
  changes: {},
  outputs: input.outputs,
});

const oneGeneration = z.strictObject({ generationId: z.uuid() });

/** Portraits from a plain brief, on the caller's own model. */
export const generationsRouter = router({
  create: limitedProcedure("generate")
    .input(
      wishInput.extend({
        seed: z.int().min(1).max(highestSeed).optional(),
        idempotencyKey: z.uuid().optional(),
      }),
    )
    .output(generationView)
    .mutation(({ ctx, input: { seed, idempotencyKey, ...input } }) =>
      createGeneration(ctx.studio, ctx.caller, {
        ...toWish(input),
        seed: seed ?? null,
        idempotencyKey: idempotencyKey ?? null,
      }),
    ),

  preview: subjectProcedure
    .input(wishInput)
    .output(promptPreview)
    .query(({ ctx, input }) => previewGeneration(ctx.studio, ctx.caller, toWish(input))),

  get: subjectProcedure
    .input(oneGeneration)
    .output(generationView)
    .query(({ ctx, input }) => getGeneration(ctx.studio, ctx.caller.subjectId, input.generationId)),

  list: subjectProcedure
    .input(z.strictObject({ cursor: cursorInput.nullish(), limit: z.int().min(1).max(50).default(20) }))
    .output(z.object({ generations: z.array(generationView), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) =>
      listGenerations(ctx.studio, ctx.caller, { after: input.cursor ?? null, limit: input.limit }),
    ),

  cancel: subjectProcedure
    .input(oneGeneration)
    .output(generationView)
    .mutation(({ ctx, input }) => cancelGeneration(ctx.studio, ctx.caller, input.generationId)),
});
