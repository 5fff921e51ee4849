import type { StudioClient } from "./studio-client.ts";
import type { TrainingView } from "./views.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import { type Watching, watchUntilEnded } from "./watch-until-ended.ts";

/** Whether a training has reached one of its ends; an end is final. */
export function trainingHasEnded({ status }: Pick<TrainingView, "status">): boolean {
  switch (status) {
    case "draft":
    case "uploading":
    case "submitted":
    case "running":
      return false;
    case "ready":
    case "failed":
    case "canceled":
      return true;
  }
}

/** Watches a training to its end; see `watchUntilEnded`. */
export function watchTraining(
  client: StudioClient,
  training: TrainingView,
  watching: Watching<TrainingView>,
): Promise<TrainingView> {
  return watchUntilEnded(
    client,
    training,
    {
      read: async () => {
        const model = await client.models.get.query();
        const now = model?.trainings.find(({ id }) => id === training.id);
        if (now === undefined) throw ownFailureError("training_gone", { trainingId: training.id });
        return now;
      },
      viewIn: (event) =>
        event.type === "training" && event.training.id === training.id ? event.training : undefined,
      hasEnded: trainingHasEnded,
    },
    watching,
  );
}
