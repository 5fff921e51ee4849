import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Studio } from "../studio/studio.ts";
import { lockExperiment, updateExperiment } from "./experiment.store.ts";
import { stopInWords } from "./stop-reasons.ts";

/**
 * Goes on with an experiment that stopped, under its budget or another one.
 *
 * @param budgetCredits the most it may cost in all; null: as before
 * @throws DomainError `not_found`, `experiment_not_resumable`
 */
export const resumeExperiment = (
  studio: Studio,
  subjectId: string,
  { experimentId, budgetCredits }: { readonly experimentId: string; readonly budgetCredits: number | null },
): Promise<void> =>
  studio.actingAs(subjectId, async (tx) => {
    const experiment = await lockExperiment(tx, experimentId);
    if (experiment === undefined) throw new DomainError("not_found", { what: "experiment" });
    const { status, stopCode } = experiment;
    if (status === "running") return;
    if (status === "finished")
      throw new DomainError("experiment_not_resumable", { reason: "This experiment is finished." });
    if (stopCode === "model-changed")
      throw new DomainError("experiment_not_resumable", { reason: stopInWords(stopCode).message });
    await updateExperiment(tx, experimentId, {
      status: "running",
      stopCode: null,
      endedAt: null,
      ...(budgetCredits === null ? {} : { budgetCredits }),
    });
    const at = studio.clock.now();
    await appendEvent(tx, subjectId, { type: "experiment", entityId: experimentId, at });
    await studio.jobs.enqueue(tx, "advance-experiments", { subjectId });
  });
