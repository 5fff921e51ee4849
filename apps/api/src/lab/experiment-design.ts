import { levels } from "@selfsame/flux-core";
import { z } from "zod";
import { expressionName } from "../studio/expression-name.ts";
import { briefLimits } from "../studio/limits.ts";

/** How large an experiment can be. 600 portraits are what the provider takes in a minute of everybody. */
export const designLimits = {
  arms: { minimum: 2, maximum: 6 },
  briefs: { minimum: 1, maximum: 24 },
  seeds: { minimum: 1, maximum: 24 },
  cells: { maximum: 600 },
  titleCharacters: 120,
  nameCharacters: 60,
} as const;

const highestSeed = 2_147_483_647;

/** What an arm changes of its preset; flux-core says whether a value can stand. */
const changes = z.record(z.string().max(40), z.union([z.string().max(40), z.number(), z.boolean()]));

/** One way of making portraits: a preset, what is changed of it, and a layer of realism. */
export const experimentArm = z.strictObject({
  name: z.string().trim().min(1).max(designLimits.nameCharacters),
  presetId: z.string().max(100),
  changes: changes.default({}),
  enhancement: z.enum(levels).default("none"),
});

/** One arm of an experiment. */
export type ExperimentArm = z.infer<typeof experimentArm>;

/** What is compared, on what, and how often: fixed before the first portrait is asked for. */
export const experimentDesign = z.strictObject({
  title: z.string().trim().min(1).max(designLimits.titleCharacters),
  arms: z.array(experimentArm).min(designLimits.arms.minimum).max(designLimits.arms.maximum),
  briefs: z
    .array(
      z.strictObject({
        text: z.string().max(briefLimits.maximumCharacters),
        expression: expressionName.nullable().default(null),
      }),
    )
    .min(designLimits.briefs.minimum)
    .max(designLimits.briefs.maximum),
  seeds: z
    .array(z.int().min(1).max(highestSeed))
    .min(designLimits.seeds.minimum)
    .max(designLimits.seeds.maximum),
  /** Which arms are held against which, by their places; left out: each against each. */
  comparisons: z
    .array(z.tuple([z.int().min(0), z.int().min(0)]))
    .min(1)
    .max(15)
    .optional(),
});

/** A design as it is kept. */
export type ExperimentDesign = z.infer<typeof experimentDesign>;

/** A brief with a seed: one portrait of each arm is made of it, and these are compared with each other. */
export interface Block {
  /** Its place in the order in which blocks are asked for. */
  readonly block: number;
  readonly brief: number;
  readonly seed: number;
}

/**
 * The blocks of a design in the order in which they are asked for: every brief once with the first seed, then with the
 * second, so that an experiment that ends early has seen every brief.
 */
export const blocksOf = ({ briefs, seeds }: Pick<ExperimentDesign, "briefs" | "seeds">): Block[] =>
  seeds.flatMap((_seed, seed) =>
    briefs.map((_brief, brief) => ({ block: seed * briefs.length + brief, brief, seed })),
  );

/** How many portraits a design asks for. */
export const cellCountOf = ({ arms, briefs, seeds }: ExperimentDesign): number =>
  arms.length * briefs.length * seeds.length;

/** The pairs of arms that a design compares, by their places. */
export const comparisonsOf = ({
  arms,
  comparisons,
}: Pick<ExperimentDesign, "arms" | "comparisons">): (readonly [number, number])[] =>
  comparisons ??
  arms.flatMap((_first, first) =>
    arms.slice(first + 1).map((_second, offset) => [first, first + 1 + offset] as const),
  );
