import type { JobRecord } from "../jobs/job-record.ts";
import type { Simulation } from "../simulation.ts";
import type { TrainedFace, VersionRecord } from "./version-record.ts";

/** Adds the version a training made to its destination model; null when that model is gone by now. */
export async function addTrainedVersion(
  simulation: Simulation,
  training: JobRecord,
  face: TrainedFace,
): Promise<VersionRecord | null> {
  const { clock, identifiers, stores } = simulation;
  if (training.destination === null || stores.models.get(training.destination) === undefined) return null;
  const version: VersionRecord = {
    id: identifiers.version(),
    sequence: simulation.nextSequence(),
    model: training.destination,
    createdAt: clock.now(),
    family: "flux-trained-lora",
    face,
    trainingId: training.id,
    deletionDueAt: null,
  };
  await stores.versions.put(version);
  return version;
}
