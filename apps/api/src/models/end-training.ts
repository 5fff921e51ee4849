import { releaseCredits } from "../credits/release-credits.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { afterTraining } from "./after-training.ts";
import { type TrainingRow, updateTraining } from "./model.store.ts";
import type { TrainingProblem } from "./training-problem.ts";

/**
 * Ends a training without a version, and gives back the credits held for it. One that has ended stays as it is.
 *
 * @param detail what the provider said; for the log alone
 */
export const endTraining = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: TrainingRow,
  status: "failed" | "canceled",
  problem: TrainingProblem | null,
  detail: string | null = null,
): Promise<TrainingRow> => {
  if (row.endedAt !== null) return row;
  const now = studio.clock.now();
  const ended = await updateTraining(tx, row.id, {
    status,
    errorCode: problem,
    errorDetail: detail,
    endedAt: now,
  });
  await releaseCredits(studio, tx, row.subjectId, { kind: "training", id: row.id }, status);
  await appendEntry(studio, tx, row.subjectId, {
    kind: "training-ended",
    reason: status,
    rows: [{ table: "trainings", part: "ended", row: ended }],
  });
  await appendEvent(tx, row.subjectId, { type: "training", entityId: row.id, at: now });
  await afterTraining(studio, tx, ended);
  return ended;
};
