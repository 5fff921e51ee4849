import { z } from "zod";
import type { ModelRow, TrainingRow } from "./model.store.ts";
import { toTrainingView, trainingView } from "./training-view.ts";

/** A portrait model as a page shows it: one model, many versions, one active. */
export const modelView = z.object({
  id: z.uuid(),
  name: z.string(),
  triggerWord: z.string(),
  ready: z.boolean(),
  trainings: z.array(trainingView),
});

/** Puts a portrait model and its trainings, newest first, into the page's form. */
export const toModelView = (
  model: ModelRow,
  triggerWord: string,
  trainings: readonly (TrainingRow & { readonly selfieCount: number })[],
): z.infer<typeof modelView> => ({
  id: model.id,
  name: model.name,
  triggerWord,
  ready: model.activeTrainingId !== null,
  trainings: trainings.map((training) => toTrainingView(training, model)),
});
