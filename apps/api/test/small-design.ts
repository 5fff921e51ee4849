import type { ExperimentDesign } from "../src/lab/experiment-design.ts";

/** The smallest experiment worth the name: two arms on two briefs with one seed. */
export function smallDesign(brief: string, over: Partial<ExperimentDesign> = {}): ExperimentDesign {
  return {
    title: "Two presets",
    arms: [
      { name: "previous", presetId: "previous", changes: {}, enhancement: "none" },
      { name: "natural", presetId: "natural-expression", changes: {}, enhancement: "none" },
    ],
    briefs: [
      { text: brief, expression: null },
      { text: `${brief}, by night`, expression: null },
    ],
    seeds: [7],
    ...over,
  };
}
