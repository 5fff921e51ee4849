import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import type { TrainingRow } from "./model.store.ts";

/** What follows from a training's end, whatever the end: its zip is taken away, and its person may want to know. */
export const afterTraining = async (
  studio: Pick<Studio, "jobs" | "metrics">,
  tx: SubjectTransaction,
  { id: trainingId, subjectId, zipFileId, status }: TrainingRow,
): Promise<void> => {
  if (status === "ready" || status === "failed" || status === "canceled")
    studio.metrics.trainingEnded(status);
  if (zipFileId !== null) await studio.jobs.enqueue(tx, "delete-training-zip", { subjectId, trainingId });
  if (status !== "canceled") await studio.jobs.enqueue(tx, "tell-of-training", { subjectId, trainingId });
};
