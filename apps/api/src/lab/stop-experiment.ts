import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Studio } from "../studio/studio.ts";
import { lockExperiment, updateExperiment } from "./experiment.store.ts";

/**
 * Asks for nothing further of an experiment; portraits under way are finished.
 *
 * @throws DomainError `not_found`, `experiment_not_running`
 */
export const stopExperiment = (studio: Studio, subjectId: string, experimentId: string): Promise<void> =>
  studio.actingAs(subjectId, async (tx) => {
    const experiment = await lockExperiment(tx, experimentId);
    if (experiment === undefined) throw new DomainError("not_found", { what: "experiment" });
    if (experiment.status !== "running")
      throw new DomainError("experiment_not_running", { status: experiment.status });
    const at = studio.clock.now();
    await updateExperiment(tx, experimentId, { status: "stopped", stopCode: "by-person", endedAt: at });
    await appendEvent(tx, subjectId, { type: "experiment", entityId: experimentId, at });
  });
