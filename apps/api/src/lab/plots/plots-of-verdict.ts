import { type ArmComparison, type ScoredMeasure, scoredMeasures } from "@selfsame/likeness";
import { figure } from "../figure-in-words.ts";
import { blocksOf } from "../experiment-design.ts";
import type { ReadExperiment } from "../read-experiment.ts";
import type { Plot } from "./plot.ts";
import { plotDifferences } from "./plot-differences.ts";
import { plotDistributions } from "./plot-distributions.ts";

const measureWords: Readonly<
  Record<
    ScoredMeasure,
    { name: string; ends: readonly [string, string]; worst: number; scale: readonly [string, string] }
  >
> = {
  likeness: {
    name: "Likeness",
    ends: ["less like you", "more like you"],
    worst: 0,
    scale: ["a stranger", "as your own photos"],
  },
  naturalness: {
    name: "Naturalness",
    ends: ["less natural", "more natural"],
    worst: 0,
    scale: ["forced", "natural"],
  },
  smile: { name: "Smile", ends: ["calmer", "wider"], worst: 1, scale: ["calm", "wide"] },
};

/** The paired differences of two arms, a plot a measure that could be compared. */
export const plotsOfComparison = (
  { arms, measures }: ArmComparison,
  { design }: Pick<ReadExperiment["experiment"], "design">,
): Plot[] => {
  const [first, second] = arms.map((arm) => design.arms[arm]?.name ?? "");
  const names = [first ?? "", second ?? ""] as const;
  const blocks = blocksOf(design);
  const nameOfPair = (pair: number): string => {
    const block = blocks[pair];
    return block === undefined
      ? String(pair)
      : `${design.briefs[block.brief]?.text ?? ""}, seed ${design.seeds[block.seed] ?? ""}`;
  };
  return scoredMeasures.flatMap((measure) => {
    const found = measures[measure];
    if (!found.compared) return [];
    const { name, ends, worst } = measureWords[measure];
    const [low, high] = found.interval;
    const clear = found.better === null ? "no clear difference" : "a clear difference";
    return [
      plotDifferences({
        id: `${measure}-${arms.join("-")}`,
        title: `${name}, ${names[0]} less ${names[1]}`,
        caption: `Each ring is one pair; the band is where the middle lies, 95 in 100: ${figure(low)} to ${figure(high)}. ${clear.charAt(0).toUpperCase()}${clear.slice(1)}.`,
        alt: `${name} of ${names[0]} less that of ${names[1]} on ${found.n} pairs: ${figure(found.medianDifference)} in the middle, ${clear}.`,
        pairs: found.pairs.map(({ pair, first: one, second: two }) => ({
          name: nameOfPair(pair),
          first: one ?? worst,
          second: two ?? worst,
        })),
        medianDifference: found.medianDifference,
        interval: found.interval,
        ends,
        arms: names,
        decimals: 2,
      }),
    ];
  });
};

/** How the figures of every arm are spread: the three measures, and the seconds. */
export const plotsOfArms = ({ experiment: { design }, cells }: ReadExperiment): Plot[] => {
  const ofMeasures = scoredMeasures.map((measure) => {
    const { name, scale } = measureWords[measure];
    return plotDistributions({
      id: `${measure}-by-arm`,
      title: `${name} by arm`,
      caption:
        "Each ring is one portrait, the band the middle half, the line the median. Faces that could not be measured are not drawn.",
      arms: design.arms.map((arm, place) => ({
        name: arm.name,
        values: cells.flatMap(({ arm: at, score }) =>
          at === place && score?.measured ? [score[measure]] : [],
        ),
      })),
      ends: [0, 1],
      endNames: scale,
      decimals: 2,
    });
  });
  const seconds = design.arms.map((arm, place) => ({
    name: arm.name,
    values: cells.flatMap(({ arm: at, portrait, generation }) =>
      at === place && portrait !== null && generation.predictSeconds !== null
        ? [generation.predictSeconds]
        : [],
    ),
  }));
  const longest = Math.ceil(Math.max(1, ...seconds.flatMap(({ values }) => values)));
  const ofTime = plotDistributions({
    id: "seconds-by-arm",
    title: "Seconds at the provider by arm",
    caption: "How long the provider says it worked on each portrait.",
    arms: seconds,
    ends: [0, longest],
    endNames: ["", "seconds"],
    decimals: 1,
  });
  return [...ofMeasures, ofTime].filter(({ marks }) => marks.some(({ kind }) => kind === "ring"));
};
