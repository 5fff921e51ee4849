import {
  type ArmComparison,
  judgeExperiment,
  type MeasureComparison,
  type MeasureRefusal,
} from "@selfsame/likeness";
import type { z } from "zod";
import { figuresOf } from "./figures-of.ts";
import { plotsOfArms, plotsOfComparison } from "./plots/plots-of-verdict.ts";
import type { ReadExperiment } from "./read-experiment.ts";
import { comparisonSentence, speedSentence, toldFirst } from "./verdict-sentences.ts";
import type { verdictView } from "./verdict-view.ts";

type VerdictView = z.infer<typeof verdictView>;
type MeasureView = VerdictView["comparisons"][number]["measures"]["likeness"];

/** Judges an experiment as it is now, and puts the verdict into the page's form. The same rows give the same verdict. */
export const judgeReadExperiment = (read: ReadExperiment): VerdictView => {
  const { experiment, cells, votes } = read;
  const nameOf = (arm: number): string => experiment.design.arms[arm]?.name ?? "";
  const verdict = judgeExperiment(figuresOf(read), { seed: experiment.ballotSeed });
  const told = verdict.comparisons[toldFirst(verdict)];
  if (told === undefined) throw new Error("A design compares at least two arms");
  const decided = votes.filter(({ choice }) => choice !== "neither").length;
  return {
    sentence: comparisonSentence(told, [nameOf(told.arms[0]), nameOf(told.arms[1])]),
    told: toldFirst(verdict),
    basis: basisOf(verdict.comparisons, { decided, undecided: votes.length - decided }),
    winner: verdict.winner === null ? null : { arm: verdict.winner, name: nameOf(verdict.winner) },
    questions: verdict.questions,
    measuredWith: verdict.measuredWith,
    simulated: cells.some(({ generation }) => generation.simulated),
    comparisons: verdict.comparisons.map((comparison) => {
      const [first, second] = comparison.arms;
      const names = [nameOf(first), nameOf(second)] as const;
      const { measures, speed, votes: cast } = comparison;
      return {
        arms: [first, second],
        names: [...names],
        outcome: comparison.outcome.kind,
        sentence: comparisonSentence(comparison, names),
        speedSentence: speedSentence(comparison, names),
        measures: {
          likeness: toMeasureView(measures.likeness),
          naturalness: toMeasureView(measures.naturalness),
          smile: toMeasureView(measures.smile),
        },
        speed:
          speed === null
            ? null
            : {
                pairs: speed.n,
                medians: [...speed.medians],
                medianDifference: speed.medianDifference,
                interval: [...speed.interval],
                margin: speed.margin,
                notInferior: speed.verdict === "not-inferior",
              },
        votes: {
          first: cast.first,
          second: cast.second,
          neither: cast.neither,
          interval: [...cast.interval],
          p: cast.p,
          adjustedP: cast.adjustedP,
          better: cast.better,
        },
        plots: plotsOfComparison(comparison, experiment),
      };
    }),
    plots: plotsOfArms(read),
  };
};

const toMeasureView = (found: MeasureComparison | MeasureRefusal): MeasureView =>
  found.compared
    ? {
        compared: true,
        pairs: found.n,
        leftOut: found.leftOut,
        worst: [...found.worst],
        medianDifference: found.medianDifference,
        interval: [...found.interval],
        p: found.p,
        adjustedP: found.adjustedP,
        better: found.better,
        notInferior: found.notInferior,
        pairsNeeded: found.pairsNeeded,
      }
    : { compared: false, leftOut: found.leftOut, reason: found.reason };

const basisOf = (
  comparisons: readonly ArmComparison[],
  { decided, undecided }: { readonly decided: number; readonly undecided: number },
): string => {
  const counts = comparisons.map(({ measures: { likeness } }) => (likeness.compared ? likeness.n : 0));
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const pairs = fewest === most ? String(most) : `${fewest} to ${most}`;
  const measured =
    most === 0
      ? "Nothing was measured"
      : `Measured on ${pairs} ${most === 1 ? "pair" : "pairs"} with the same brief and seed`;
  const cast = decided + undecided;
  const voted =
    cast === 0
      ? "nobody has voted"
      : `${cast} blind ${cast === 1 ? "vote" : "votes"}${undecided === 0 ? "" : `, ${undecided} of them undecided`}`;
  return `${measured}; ${voted}.`;
};
