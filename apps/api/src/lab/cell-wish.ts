import type { NewGenerationWish } from "../generations/create-generation-in.ts";
import type { GenerationWish, PresetChanges } from "../generations/plan-generation.ts";
import type { Block, ExperimentArm, ExperimentDesign } from "./experiment-design.ts";

/** What an arm changes of its preset, as flux-core takes it. */
export const presetChangesOf = ({ changes }: ExperimentArm): PresetChanges => changes;

/** The generation that one arm is on one brief. */
export const wishOf = (arm: ExperimentArm, brief: ExperimentDesign["briefs"][number]): GenerationWish => ({
  service: "lab",
  brief: brief.text,
  expression: brief.expression,
  enhancement: arm.enhancement,
  presetId: arm.presetId,
  changes: presetChangesOf(arm),
  outputs: 1,
});

/** The generation of one cell; the cell itself makes sure that it is asked for once. */
export const cellWish = (
  design: ExperimentDesign,
  { brief, seed }: Block,
  arm: number,
): NewGenerationWish => {
  const [ofArm, ofBrief, ofSeed] = [design.arms[arm], design.briefs[brief], design.seeds[seed]];
  if (ofArm === undefined || ofBrief === undefined || ofSeed === undefined)
    throw new Error(`The design has no cell of arm ${arm}, brief ${brief} and seed ${seed}`);
  return { ...wishOf(ofArm, ofBrief), seed: ofSeed, idempotencyKey: null };
};
