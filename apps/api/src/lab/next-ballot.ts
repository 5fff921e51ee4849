import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { type Ballot, ballotsOf } from "./ballots.ts";
import type { ballotView } from "./ballot-view.ts";
import { blocksOf } from "./experiment-design.ts";
import { type CellRow, findExperiment, listCells, listVotes } from "./experiment.store.ts";

/**
 * The next blind vote of one of the subject's experiments.
 *
 * @throws DomainError `not_found`
 */
export const nextBallot = (
  studio: Studio,
  subjectId: string,
  experimentId: string,
): Promise<z.infer<typeof ballotView>> =>
  studio.readingAs(subjectId, (tx) => readNextBallot(tx, experimentId));

/** The same inside a transaction. */
export const readNextBallot = async (
  tx: SubjectTransaction,
  experimentId: string,
): Promise<z.infer<typeof ballotView>> => {
  const experiment = await findExperiment(tx, experimentId);
  if (experiment === undefined) throw new DomainError("not_found", { what: "experiment" });
  const { design, ballotSeed } = experiment;
  const cells = await listCells(tx, [experimentId]);
  const cast = new Set((await listVotes(tx, experimentId)).map(({ ballot }) => ballot));
  const ballots = ballotsOf(design, ballotSeed);
  const ready = ballots.filter((ballot) => portraitsOn(cells, ballot) !== null || cast.has(ballot.ballot));
  const next = ready.find(({ ballot }) => !cast.has(ballot));
  const shown = next === undefined ? null : portraitsOn(cells, next);
  const block = blocksOf(design)[next?.block ?? 0];
  return {
    next:
      next === undefined || shown === null
        ? null
        : {
            ballot: next.ballot,
            brief: design.briefs[block?.brief ?? 0]?.text ?? "",
            width: shown.first.width,
            height: shown.first.height,
            simulated: shown.first.simulated || shown.second.simulated,
          },
    cast: cast.size,
    ready: ready.length,
    total: ballots.length,
  };
};

/** The two portraits that a ballot shows; null while one is missing. */
export const portraitsOn = (
  cells: readonly CellRow[],
  { block, firstArm, secondArm }: Ballot,
): Record<"first" | "second", NonNullable<CellRow["portrait"]>> | null => {
  const of = (arm: number) => cells.find((cell) => cell.block === block && cell.arm === arm)?.portrait;
  const [first, second] = [of(firstArm), of(secondArm)];
  return first && second ? { first, second } : null;
};
