import type { Studio } from "../studio/studio.ts";
import { findTraining, updateTraining } from "./model.store.ts";

/** Thrown to have the job tried again: the provider still has the zip. */
export class ZipNotDeletedYet extends Error {
  override readonly name = "ZipNotDeletedYet";
}

/**
 * Deletes the packed selfies of a training that has ended at the provider: they were lent for that training alone.
 * Here they were never kept.
 *
 * @throws ZipNotDeletedYet when the provider has to be asked again
 */
export const deleteTrainingZip = async (
  studio: Studio,
  subjectId: string,
  trainingId: string,
): Promise<void> => {
  const row = await studio.actingAs(subjectId, (tx) => findTraining(tx, trainingId));
  if (row === undefined || row.endedAt === null || row.zipFileId === null || row.zipDeletedAt !== null)
    return;
  const answer = await studio.provider.deleteFile(row.zipFileId);
  if (answer.outcome === "failed") throw new ZipNotDeletedYet(`The zip is still there: ${answer.error.code}`);
  await studio.actingAs(subjectId, async (tx) => {
    if ((await findTraining(tx, trainingId)) !== undefined)
      await updateTraining(tx, trainingId, { zipDeletedAt: studio.clock.now() });
  });
};
