import { seededRandom } from "@selfsame/likeness";
import { blocksOf, comparisonsOf, type ExperimentDesign } from "./experiment-design.ts";

/** Two portraits of one block that a person chooses between, without knowing which arm is which. */
export interface Ballot {
  /** Its place in the order of votes. */
  readonly ballot: number;
  readonly block: number;
  readonly firstArm: number;
  readonly secondArm: number;
}

/** The side of a ballot. */
export type BallotSide = "first" | "second";

/**
 * Every vote of a design, in an order and with sides drawn by lot from the seed. They are fixed before the first
 * portrait is there, so that nothing of a picture can decide where it stands.
 */
export const ballotsOf = (
  design: Pick<ExperimentDesign, "arms" | "briefs" | "seeds" | "comparisons">,
  seed: number,
): Ballot[] => {
  const random = seededRandom(seed);
  return blocksOf(design)
    .flatMap(({ block }) => comparisonsOf(design).map((arms) => ({ block, arms })))
    .map(({ block, arms: [one, other] }) => {
      const turned = random() < 0.5;
      return { block, firstArm: turned ? other : one, secondArm: turned ? one : other, rank: random() };
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ block, firstArm, secondArm }, ballot) => ({ ballot, block, firstArm, secondArm }));
};
