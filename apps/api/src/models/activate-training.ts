import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findTraining, listTrainings, setActiveTraining } from "./model.store.ts";
import { type modelView, toModelView } from "./model-view.ts";

/**
 * Makes the version of one of the caller's ready trainings the one that runs.
 *
 * @throws DomainError `not_found`, `training_not_ready`
 */
export const activateTraining = (
  studio: Studio,
  caller: Caller,
  trainingId: string,
): Promise<z.infer<typeof modelView>> =>
  studio.actingAs(caller.subjectId, async (tx) => {
    const training = await findTraining(tx, trainingId);
    if (training === undefined) throw new DomainError("not_found", { what: "training" });
    if (training.status !== "ready") throw new DomainError("training_not_ready", { status: training.status });
    const model = await setActiveTraining(tx, training.modelId, training.id);
    await appendEntry(studio, tx, caller.subjectId, {
      kind: "version-chosen",
      rows: [{ table: "portrait_models", part: "chosen", row: model }],
    });
    await appendEvent(tx, caller.subjectId, {
      type: "training",
      entityId: training.id,
      at: studio.clock.now(),
    });
    return toModelView(model, caller.triggerWord, await listTrainings(tx, caller.subjectId));
  });
