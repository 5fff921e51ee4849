import { seededRandom } from "@selfsame/likeness";
import type { ExperimentDesign } from "./experiment-design.ts";

/**
 * In which order the arms of a block are asked for, by lot: whoever always came last would wait longest, and seem slow.
 */
export const armOrderOf = (
  { arms }: Pick<ExperimentDesign, "arms">,
  seed: number,
  block: number,
): number[] => {
  const random = seededRandom(Math.imul(seed ^ block, 0x9e3779b1));
  return arms
    .map((_arm, arm) => ({ arm, rank: random() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ arm }) => arm);
};
