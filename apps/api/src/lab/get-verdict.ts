import type { z } from "zod";
import type { Studio } from "../studio/studio.ts";
import { judgeReadExperiment } from "./judge-read-experiment.ts";
import { readExperiment } from "./read-experiment.ts";
import type { verdictView } from "./verdict-view.ts";

/**
 * What one of a subject's experiments says as it is now.
 *
 * @throws DomainError `not_found`
 */
export const getVerdict = async (
  studio: Studio,
  subjectId: string,
  experimentId: string,
): Promise<z.infer<typeof verdictView>> =>
  judgeReadExperiment(await studio.readingAs(subjectId, (tx) => readExperiment(tx, experimentId)));
