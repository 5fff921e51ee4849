import type { ExperimentDesign } from "./experiment-design.ts";

/** As people write them: half ask for a smile, which is where a wide one comes from, and half leave it open. */
const briefs = [
  "By a window in the late afternoon, linen shirt",
  "Walking through the old town, dark coat, warm smile",
  "In the garden after the rain, olive jacket",
  "Against a grey wall, black turtleneck, soft smile",
  "At a desk with books, soft lamp light",
  "On a balcony over the city, early evening, warm smile",
  "In a café, wool sweater",
  "By the sea on a windy day, scarf, laughing",
].map((text) => ({ text, expression: null }));

/** Three seeds for each brief: 24 pairs, with which a difference of 0.8 standard deviations is found in nine of ten. */
const seeds = [4021, 7310, 9127];

const plain = { changes: {}, enhancement: "none" } as const;

/** Experiments that can be started as they are, by name. */
export const readyExperiments: Readonly<Record<string, ExperimentDesign>> = {
  /** The studio's own claim: calmer, as like, as fast; and whether naming the person twice helps. */
  mission: {
    title: "What the presets claim",
    arms: [
      { ...plain, name: "previous", presetId: "previous" },
      { ...plain, name: "natural expression", presetId: "natural-expression" },
      { ...plain, name: "strong likeness", presetId: "strong-likeness" },
      {
        ...plain,
        name: "natural, named once",
        presetId: "natural-expression",
        changes: { triggerPlacement: "begin" },
      },
    ],
    briefs,
    seeds,
    comparisons: [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 3],
    ],
  },
};
