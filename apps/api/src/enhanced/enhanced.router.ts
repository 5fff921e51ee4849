import { enhancements } from "@selfsame/flux-core";
import { z } from "zod";
import { expressionName } from "../studio/expression-name.ts";
import { briefLimits, outputLimits } from "../studio/limits.ts";
import { cursorInput } from "../studio/list-cursor.ts";
import { limitedProcedure, router, subjectProcedure } from "../trpc/procedures.ts";
import { createPair } from "./create-pair.ts";
import { getPair } from "./get-pair.ts";
import { listPairs } from "./list-pairs.ts";
import { enhancingLevel, pairView } from "./pair-view.ts";
import { pairPlan, planPair } from "./plan-pair.ts";

const onePortrait = z.strictObject({ portraitId: z.uuid() });

const pairRest = z.strictObject({ level: enhancingLevel, idempotencyKey: z.uuid() });

/** The realism layers, each laid over the caller's own model and seen beside the plain run. */
export const enhancedRouter = router({
  /** What each level lays over the model, and what was learned of it since. */
  levels: subjectProcedure
    .output(
      z.array(z.object({ level: enhancingLevel, scale: z.number(), phrase: z.string(), note: z.string() })),
    )
    .query(() =>
      enhancingLevel.options.map((level) => {
        const { scale, phrase, note } = enhancements[level];
        return { level, scale, phrase, note };
      }),
    ),

  /** What enhancing a portrait would make and cost. */
  plan: subjectProcedure
    .input(onePortrait)
    .output(pairPlan)
    .query(({ ctx, input }) => planPair(ctx.studio, ctx.caller, input.portraitId)),

  /** Enhances a portrait that is there. */
  enhance: limitedProcedure("generate")
    .input(pairRest.extend({ portraitId: z.uuid(), both: z.boolean().default(false) }))
    .output(pairView)
    .mutation(({ ctx, input: { level, idempotencyKey, portraitId, both } }) =>
      createPair(ctx.studio, ctx.caller, {
        level,
        idempotencyKey,
        from: { kind: "portrait", portraitId, both },
      }),
    ),

  /** Makes both from a brief: the plain run and the enhanced one, on one seed. */
  create: limitedProcedure("generate")
    .input(
      pairRest.extend({
        // Longer ones get the studio's own words, so the bound here only keeps out what nobody wrote by hand.
        brief: z.string().max(briefLimits.maximumCharacters * 25),
        expression: expressionName.optional(),
        presetId: z.string().max(100).optional(),
        outputs: z.int().min(outputLimits.minimum).max(outputLimits.maximum).default(1),
      }),
    )
    .output(pairView)
    .mutation(({ ctx, input: { level, idempotencyKey, brief, expression, presetId, outputs } }) =>
      createPair(ctx.studio, ctx.caller, {
        level,
        idempotencyKey,
        from: {
          kind: "brief",
          wish: { brief, expression: expression ?? null, presetId: presetId ?? null, changes: {}, outputs },
        },
      }),
    ),

  get: subjectProcedure
    .input(z.strictObject({ pairId: z.uuid() }))
    .output(pairView)
    .query(({ ctx, input }) => getPair(ctx.studio, ctx.caller, input.pairId)),

  list: subjectProcedure
    .input(z.strictObject({ cursor: cursorInput.nullish(), limit: z.int().min(1).max(50).default(20) }))
    .output(z.object({ pairs: z.array(pairView), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) =>
      listPairs(ctx.studio, ctx.caller, { after: input.cursor ?? null, limit: input.limit }),
    ),
});
