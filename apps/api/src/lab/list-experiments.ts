import type { z } from "zod";
import { encodeCursor, type ListCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { creditsOf } from "./cell-state.ts";
import { type experimentSummary, toExperimentSummary } from "./experiment-view.ts";
import { listCells, listExperimentRows } from "./experiment.store.ts";
import { standingOf } from "./read-experiment.ts";

/** A subject's experiments, newest first, a page at a time. */
export const listExperiments = (
  studio: Studio,
  subjectId: string,
  page: { readonly after: ListCursor | null; readonly limit: number },
): Promise<{ experiments: z.infer<typeof experimentSummary>[]; nextCursor: string | null }> =>
  studio.readingAs(subjectId, async (tx) => {
    const rows = await listExperimentRows(tx, subjectId, page);
    const all = await listCells(
      tx,
      rows.map(({ id }) => id),
    );
    const last = rows.length === page.limit ? rows.at(-1) : undefined;
    return {
      experiments: rows.map((experiment) => {
        const cells = all.filter(({ experimentId }) => experimentId === experiment.id);
        return toExperimentSummary({
          experiment,
          credits: creditsOf(cells),
          cells: cells.map((cell) => ({ ...cell, standing: standingOf(experiment, cell), score: null })),
        });
      }),
      nextCursor: last === undefined ? null : encodeCursor(last),
    };
  });
