import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { endTraining } from "./end-training.ts";
import { getTraining } from "./get-training.ts";
import { lockTraining, updateTraining } from "./model.store.ts";
import { recordTrainingReport } from "./record-training-report.ts";
import type { trainingView } from "./training-view.ts";

/**
 * Records the wish to cancel a training, and passes it on where the provider has it; the end is what the provider
 * says. One that was never sent ends here.
 *
 * @throws DomainError `not_found`, `training_not_cancelable` when it has ended
 */
export const cancelTraining = async (
  studio: Studio,
  caller: Caller,
  trainingId: string,
): Promise<z.infer<typeof trainingView>> => {
  const wished = await studio.actingAs(caller.subjectId, async (tx) => {
    const row = await lockTraining(tx, trainingId);
    if (row === undefined) throw new DomainError("not_found", { what: "training" });
    if (row.endedAt !== null) throw new DomainError("training_not_cancelable", { status: row.status });
    if (row.sentAt === null) return endTraining(studio, tx, row, "canceled", null);
    if (row.cancelRequestedAt !== null) return row;
    const now = studio.clock.now();
    await appendEvent(tx, row.subjectId, { type: "training", entityId: row.id, at: now });
    return updateTraining(tx, row.id, { cancelRequestedAt: now });
  });
  if (wished.endedAt === null && wished.providerId !== null) {
    const answer = await studio.provider.cancelTraining(wished.providerId);
    if (answer.outcome === "found")
      await recordTrainingReport(studio, caller.subjectId, trainingId, answer.report);
    else
      studio.log.warn(
        { trainingId, answer },
        "the wish to cancel was recorded, the provider did not confirm it",
      );
  }
  return getTraining(studio, caller.subjectId, trainingId);
};
