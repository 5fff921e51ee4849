import type { TrainingRow } from "./model.store.ts";

/** Whether a training still stands where this process left it: nobody took over, sent, cancelled or ended it since. */
export const isStillOurs = (locked: TrainingRow, ours: TrainingRow): boolean =>
  locked.status === "uploading" &&
  locked.providerId === null &&
  locked.startedAt?.getTime() === ours.startedAt?.getTime() &&
  locked.sentAt?.getTime() === ours.sentAt?.getTime();
