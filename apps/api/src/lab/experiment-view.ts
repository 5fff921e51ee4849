import { levels } from "@selfsame/flux-core";
import { z } from "zod";
import { isGenerationProblem, generationProblems } from "../generations/generation-problem.ts";
import { expressionName } from "../studio/expression-name.ts";
import { ballotsOf } from "./ballots.ts";
import { blocksOf, cellCountOf, comparisonsOf } from "./experiment-design.ts";
import type { ReadCell, ReadExperiment } from "./read-experiment.ts";
import { stopInWords } from "./stop-reasons.ts";

const wordsView = z.object({ code: z.string(), message: z.string() });

/** A design as a page shows it. */
export const designView = z.object({
  title: z.string(),
  arms: z.array(
    z.object({
      name: z.string(),
      presetId: z.string(),
      changes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      enhancement: z.enum(levels),
    }),
  ),
  briefs: z.array(z.object({ text: z.string(), expression: expressionName.nullable() })),
  seeds: z.array(z.number()),
  comparisons: z.array(z.tuple([z.number(), z.number()])),
});

/** One portrait of an experiment as a page shows it. */
export const cellView = z.object({
  block: z.number(),
  arm: z.number(),
  attempt: z.number(),
  state: z.enum(["under-way", "made", "missing"]),
  /** Why it is missing. */
  reason: wordsView.nullable(),
  generationId: z.uuid(),
  portrait: z
    .object({
      id: z.uuid(),
      width: z.number(),
      height: z.number(),
      placeholderHash: z.string(),
      simulated: z.boolean(),
    })
    .nullable(),
  /** How long the provider worked. */
  seconds: z.number().nullable(),
  /** Null while nothing was measured yet. */
  score: z
    .object({
      likeness: z.number().nullable(),
      naturalness: z.number().nullable(),
      smile: z.number().nullable(),
      /** Why there is no number. */
      reason: z.string().nullable(),
    })
    .nullable(),
});

/** An experiment in a list. */
export const experimentSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  arms: z.array(z.string()),
  status: z.enum(["running", "stopped", "finished"]),
  /** Why it stopped. */
  stop: wordsView.nullable(),
  cells: z.object({ total: z.number(), made: z.number(), underWay: z.number(), missing: z.number() }),
  budgetCredits: z.number(),
  credits: z.object({ spent: z.number(), held: z.number() }),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

/** An experiment whole: its design and its grid. */
export const experimentView = experimentSummary.extend({
  design: designView,
  /** Pairs of brief and seed in the order in which they are asked for. */
  blocks: z.array(z.object({ block: z.number(), brief: z.number(), seed: z.number() })),
  /** Those that were asked for. */
  grid: z.array(cellView),
  votes: z.object({ cast: z.number(), total: z.number() }),
  /** Whether this studio measures portraits: where it does not, scores never come. */
  measures: z.boolean(),
});

/** Puts an experiment into the form of a list. */
export const toExperimentSummary = ({
  experiment,
  cells,
  credits,
}: Omit<ReadExperiment, "votes">): z.infer<typeof experimentSummary> => {
  const count = (state: z.infer<typeof cellView>["state"]) =>
    cells.filter((cell) => stateOf(cell) === state).length;
  return {
    id: experiment.id,
    title: experiment.design.title,
    arms: experiment.design.arms.map(({ name }) => name),
    status: experiment.status,
    stop: experiment.stopCode === null ? null : stopInWords(experiment.stopCode),
    cells: {
      total: cellCountOf(experiment.design),
      made: count("made"),
      underWay: count("under-way"),
      missing: count("missing"),
    },
    budgetCredits: experiment.budgetCredits,
    credits,
    createdAt: experiment.createdAt.toISOString(),
    endedAt: experiment.endedAt?.toISOString() ?? null,
  };
};

/** Puts an experiment into the page's form. */
export const toExperimentView = (read: ReadExperiment, measures: boolean): z.infer<typeof experimentView> => {
  const { design, ballotSeed } = read.experiment;
  return {
    ...toExperimentSummary(read),
    design: { ...design, comparisons: comparisonsOf(design).map(([first, second]) => [first, second]) },
    blocks: blocksOf(design),
    grid: read.cells.map(toCellView),
    votes: { cast: read.votes.length, total: ballotsOf(design, ballotSeed).length },
    measures,
  };
};

/** What is asked for again is under way, to a person who watches. */
const stateOf = ({ standing }: ReadCell): z.infer<typeof cellView>["state"] =>
  standing.state === "to-repeat" ? "under-way" : standing.state;

const toCellView = (cell: ReadCell): z.infer<typeof cellView> => {
  const { portrait, score } = cell;
  return {
    block: cell.block,
    arm: cell.arm,
    attempt: cell.attempt,
    state: stateOf(cell),
    reason: cell.standing.state === "missing" ? missingInWords(cell.standing.reason) : null,
    generationId: cell.generation.id,
    portrait:
      portrait === null
        ? null
        : {
            id: portrait.id,
            width: portrait.width,
            height: portrait.height,
            placeholderHash: portrait.placeholderHash,
            simulated: portrait.simulated,
          },
    seconds: cell.generation.predictSeconds,
    score:
      score === null
        ? null
        : score.measured
          ? { likeness: score.likeness, naturalness: score.naturalness, smile: score.smile, reason: null }
          : { likeness: null, naturalness: null, smile: null, reason: score.reason },
  };
};

const missingInWords = (code: string): z.infer<typeof wordsView> => {
  if (isGenerationProblem(code)) return { code, message: generationProblems[code] };
  if (code === "canceled") return { code, message: "It was cancelled." };
  if (code === "deleted") return { code, message: "Its portrait was deleted." };
  return { code, message: "It was not made in time." };
};
