import type { IsolationProblem } from "./isolation-problem.ts";
import type { SubjectRows } from "./read-subject-rows.ts";
import { rowsToBind } from "./rows-to-bind.ts";
import { printOfPart } from "./statement.ts";
import type { PseudonymKeys, ToldRows } from "./told-rows.ts";

/**
 * Holds a subject's rows against what the log says of them: each is as it was bound, none is there that the log does
 * not know, and none is gone that it does not tell the removal of.
 */
export const compareRows = (keys: PseudonymKeys, told: ToldRows, rows: SubjectRows): IsolationProblem[] => {
  const problems: IsolationProblem[] = [];
  for (const bound of rowsToBind(rows)) {
    if ("removedId" in bound) continue;
    const { table, part, row } = bound;
    const last = told.of(table, part, row.id).at(-1);
    const key = last === undefined ? undefined : keys.get(last.entry.keyNumber);
    if (last === undefined || key === undefined || last.print === null) {
      const message =
        last?.print === null
          ? "The log says that it was removed, and it is there."
          : `The log does not know how it came to be there (${part}).`;
      problems.push({ code: "row-unknown", table, row: row.id, message });
    } else if (printOfPart(key, table, part, row) !== last.print) {
      const message = `It is not as entry ${last.entry.position} bound it (${part}).`;
      problems.push({ code: "row-altered", table, row: row.id, message });
    }
  }
  for (const { table, part, entry, print } of told.neverAskedFor()) {
    if (print === null) continue;
    const row = `entry ${entry.chainId}/${entry.position}`;
    const message =
      part === "made"
        ? "The log tells of a row that is gone, and not of its removal."
        : `The log tells of a row that was ${part}, and there is none that is.`;
    problems.push({ code: "row-missing", table, row, message });
  }
  return problems;
};
