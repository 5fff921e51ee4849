import { z } from "zod";
import { cursorInput } from "../studio/list-cursor.ts";
import { limitedProcedure, router, subjectProcedure } from "../trpc/procedures.ts";
import { ballotView } from "./ballot-view.ts";
import { castVote } from "./cast-vote.ts";
import { estimateExperiment } from "./estimate-experiment.ts";
import { estimateView } from "./estimate-view.ts";
import { comparisonsOf, experimentDesign } from "./experiment-design.ts";
import { designView, experimentSummary, experimentView } from "./experiment-view.ts";
import { getExperiment } from "./get-experiment.ts";
import { getVerdict } from "./get-verdict.ts";
import { listExperiments } from "./list-experiments.ts";
import { nextBallot } from "./next-ballot.ts";
import { readyExperiments } from "./ready-experiments.ts";
import { resumeExperiment } from "./resume-experiment.ts";
import { startExperiment } from "./start-experiment.ts";
import { stopExperiment } from "./stop-experiment.ts";
import { undoVote } from "./undo-vote.ts";
import { verdictView } from "./verdict-view.ts";

const oneExperiment = z.strictObject({ experimentId: z.uuid() });
const mostCredits = 100_000;
const budgetCredits = z.int().min(1).max(mostCredits);

/** The preset lab: experiments that compare ways of making portraits. */
export const labRouter = router({
  /** Designs that can be started as they are. */
  ready: subjectProcedure.output(z.array(z.object({ name: z.string(), design: designView }))).query(() =>
    Object.entries(readyExperiments).map(([name, design]) => ({
      name,
      design: { ...design, comparisons: comparisonsOf(design).map(([first, second]) => [first, second]) },
    })),
  ),

  /** Cells, credits and time of a design; nothing is stored. */
  estimate: subjectProcedure
    .input(z.strictObject({ design: experimentDesign }))
    .output(estimateView)
    .query(({ ctx, input }) => estimateExperiment(ctx.studio, ctx.caller, input.design)),

  start: limitedProcedure("generate")
    .input(z.strictObject({ design: experimentDesign, budgetCredits, idempotencyKey: z.uuid() }))
    .output(experimentView)
    .mutation(async ({ ctx, input }) => {
      const id = await startExperiment(ctx.studio, ctx.caller, input);
      return getExperiment(ctx.studio, ctx.caller.subjectId, id);
    }),

  list: subjectProcedure
    .input(z.strictObject({ cursor: cursorInput.nullish(), limit: z.int().min(1).max(50).default(20) }))
    .output(z.object({ experiments: z.array(experimentSummary), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) =>
      listExperiments(ctx.studio, ctx.caller.subjectId, { after: input.cursor ?? null, limit: input.limit }),
    ),

  get: subjectProcedure
    .input(oneExperiment)
    .output(experimentView)
    .query(({ ctx, input }) => getExperiment(ctx.studio, ctx.caller.subjectId, input.experimentId)),

  verdict: subjectProcedure
    .input(oneExperiment)
    .output(verdictView)
    .query(({ ctx, input }) => getVerdict(ctx.studio, ctx.caller.subjectId, input.experimentId)),

  stop: subjectProcedure
    .input(oneExperiment)
    .output(experimentView)
    .mutation(async ({ ctx, input }) => {
      await stopExperiment(ctx.studio, ctx.caller.subjectId, input.experimentId);
      return getExperiment(ctx.studio, ctx.caller.subjectId, input.experimentId);
    }),

  resume: limitedProcedure("generate")
    .input(oneExperiment.extend({ budgetCredits: budgetCredits.optional() }))
    .output(experimentView)
    .mutation(async ({ ctx, input: { experimentId, budgetCredits: budget } }) => {
      await resumeExperiment(ctx.studio, ctx.caller.subjectId, {
        experimentId,
        budgetCredits: budget ?? null,
      });
      return getExperiment(ctx.studio, ctx.caller.subjectId, experimentId);
    }),

  nextBallot: subjectProcedure
    .input(oneExperiment)
    .output(ballotView)
    .query(({ ctx, input }) => nextBallot(ctx.studio, ctx.caller.subjectId, input.experimentId)),

  vote: subjectProcedure
    .input(
      oneExperiment.extend({
        ballot: z.int().min(0).max(100_000),
        choice: z.enum(["first", "second", "neither"]),
      }),
    )
    .output(ballotView)
    .mutation(({ ctx, input }) => castVote(ctx.studio, ctx.caller.subjectId, input)),

  undoVote: subjectProcedure
    .input(oneExperiment)
    .output(ballotView)
    .mutation(({ ctx, input }) => undoVote(ctx.studio, ctx.caller.subjectId, input.experimentId)),
});
