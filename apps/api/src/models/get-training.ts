import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import type { Studio } from "../studio/studio.ts";
import { findModel, listTrainings } from "./model.store.ts";
import { toTrainingView, type trainingView } from "./training-view.ts";

/**
 * One of a subject's trainings as it is now.
 *
 * @throws DomainError `not_found`
 */
export const getTraining = (
  studio: Studio,
  subjectId: string,
  trainingId: string,
): Promise<z.infer<typeof trainingView>> =>
  studio.readingAs(subjectId, async (tx) => {
    const model = await findModel(tx, subjectId);
    const [training] = await listTrainings(tx, subjectId, trainingId);
    if (model === undefined || training === undefined)
      throw new DomainError("not_found", { what: "training" });
    return toTrainingView(training, model);
  });
