import type { CellOutcome, ExperimentCell, ExperimentFigures } from "@selfsame/likeness";
import { comparisonsOf } from "./experiment-design.ts";
import { isFaultOfPicture } from "./portrait-score.ts";
import type { ReadCell, ReadExperiment } from "./read-experiment.ts";

/** What an experiment has come to, as the statistics take it: portraits that have ended, and the votes. */
export const figuresOf = ({
  experiment,
  cells,
  votes,
}: Pick<ReadExperiment, "cells" | "votes"> & {
  readonly experiment: Pick<ReadExperiment["experiment"], "design">;
}): ExperimentFigures => ({
  comparisons: comparisonsOf(experiment.design),
  cells: cells.flatMap((cell): ExperimentCell[] =>
    cell.standing.state === "made" || cell.standing.state === "missing"
      ? [
          {
            pair: cell.block,
            arm: cell.arm,
            outcome: outcomeOf(cell),
            seconds: cell.portrait === null ? null : cell.generation.predictSeconds,
          },
        ]
      : [],
  ),
  votes: votes.map(({ firstArm, secondArm, choice }) => ({ first: firstArm, second: secondArm, choice })),
});

/** A picture that was held back is the setting's failure; a provider that broke down, or a person who cancelled, is not. */
const outcomeOf = ({ standing, score }: ReadCell): CellOutcome => {
  if (standing.state === "missing")
    return { kind: standing.reason === "content-withheld" ? "worst" : "unscored" };
  if (score === null) return { kind: "unscored" };
  if (!score.measured) return { kind: isFaultOfPicture(score.reason) ? "worst" : "unscored" };
  const { likeness, naturalness, smile, modelVersion, calibration } = score;
  return { kind: "scored", likeness, naturalness, smile, measuredWith: { modelVersion, calibration } };
};
