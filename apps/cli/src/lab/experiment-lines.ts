import type { ExperimentView } from "../client/views.ts";
import { formatTable } from "../output/format-table.ts";

/** How far an experiment is, for a person to read. */
export function experimentLines(experiment: ExperimentView): string[] {
  const { id, title, status, stop, cells, credits, budgetCredits, design, grid, votes } = experiment;
  const rows = design.arms.map(({ name }, arm) => {
    const ofArm = grid.filter((cell) => cell.arm === arm);
    const count = (state: string) => ofArm.filter((cell) => cell.state === state).length;
    return [
      name,
      count("made"),
      count("under-way"),
      count("missing"),
      ofArm.filter(({ score }) => score !== null && score.likeness !== null).length,
    ];
  });
  return [
    `${title}  ${id}`,
    `${status}: ${cells.made} of ${cells.total} portraits, ${credits.spent} of ${budgetCredits} credits spent, ${votes.cast} of ${votes.total} votes`,
    ...(stop === null ? [] : [stop.message]),
    "",
    ...formatTable(["arm", "made", "under way", "missing", "measured"], rows),
  ];
}
