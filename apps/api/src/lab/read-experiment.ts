import { DomainError } from "../errors/domain-error.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { cellState, type CellState, creditsOf } from "./cell-state.ts";
import {
  type CellRow,
  type ExperimentRow,
  findExperiment,
  listCells,
  listVotes,
  type VoteRow,
} from "./experiment.store.ts";
import { listPortraitScores } from "./list-portrait-scores.ts";
import type { PortraitScore } from "./portrait-score.ts";

/** A cell with where it stands and what was measured of it. */
export type ReadCell = CellRow & {
  readonly standing: CellState;
  /** Null while nothing is measured yet, and where there is no portrait. */
  readonly score: PortraitScore | null;
};

/** Everything there is of an experiment, as of one moment. */
export interface ReadExperiment {
  readonly experiment: ExperimentRow;
  readonly cells: readonly ReadCell[];
  readonly votes: readonly VoteRow[];
  readonly credits: { readonly spent: number; readonly held: number };
}

/**
 * Reads one of the acting subject's experiments whole.
 *
 * @throws DomainError `not_found`
 */
export const readExperiment = async (
  tx: SubjectTransaction,
  experimentId: string,
): Promise<ReadExperiment> => {
  const experiment = await findExperiment(tx, experimentId);
  if (experiment === undefined) throw new DomainError("not_found", { what: "experiment" });
  const cells = await listCells(tx, [experimentId]);
  const portraitIds = cells.flatMap(({ portrait }) => (portrait === null ? [] : [portrait.id]));
  const scores = await listPortraitScores(tx, portraitIds);
  return {
    experiment,
    cells: cells.map((cell) => ({
      ...cell,
      standing: standingOf(experiment, cell),
      score: (cell.portrait === null ? undefined : scores.get(cell.portrait.id)) ?? null,
    })),
    votes: await listVotes(tx, experimentId),
    credits: creditsOf(cells),
  };
};

/** Nothing is repeated once an experiment has ended: what failed then is missing. */
export const standingOf = ({ status }: ExperimentRow, cell: CellRow): CellState => {
  const standing = cellState(cell);
  return standing.state === "to-repeat" && status !== "running"
    ? { state: "missing", reason: cell.generation.errorCode ?? cell.generation.status }
    : standing;
};
