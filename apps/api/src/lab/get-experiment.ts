import type { z } from "zod";
import type { Studio } from "../studio/studio.ts";
import { type experimentView, toExperimentView } from "./experiment-view.ts";
import { readExperiment } from "./read-experiment.ts";

/**
 * One of a subject's experiments as it is now.
 *
 * @throws DomainError `not_found`
 */
export const getExperiment = (
  studio: Studio,
  subjectId: string,
  experimentId: string,
): Promise<z.infer<typeof experimentView>> =>
  studio.readingAs(subjectId, async (tx) =>
    toExperimentView(await readExperiment(tx, experimentId), studio.faces !== null),
  );
