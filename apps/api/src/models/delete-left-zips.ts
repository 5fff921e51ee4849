import type { Studio } from "../studio/studio.ts";
import { deleteTrainingZip } from "./delete-training-zip.ts";

const trainingsAtOnce = 100;
/** Twenty tries of the job, five minutes apart at most, are over by then. */
const jobsOwnMs = 2 * 60 * 60 * 1_000;

/** Takes away what the jobs were set aside with, and the zips of trainings from before there were such jobs. */
export const deleteLeftZips = async (studio: Studio): Promise<void> => {
  const endedBefore = new Date(studio.clock.now().getTime() - jobsOwnMs);
  for (const { subjectId, trainingId } of await studio.owners.trainingsWithZip(
    endedBefore,
    trainingsAtOnce,
  )) {
    try {
      await deleteTrainingZip(studio, subjectId, trainingId);
    } catch (error) {
      studio.log.error({ error, trainingId }, "the provider still has the photos of a training that ended");
    }
  }
};
