import { judgeSelfieSet, type SingleFace } from "@selfsame/likeness";
import { listTrainingSetEntries } from "../selfies/training-set.store.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { fitSelfies } from "./fit-selfies.ts";
import type { MeasuringParts } from "./measure-selfie.ts";
import { listSelfieMeasurements } from "./selfie-measurement.store.ts";

/**
 * The faces that portraits of one training are held against: those of its selfies that are still there, fit, and of the
 * same person as the rest.
 */
export const gatherReferences = async (
  { keyring }: Pick<MeasuringParts, "keyring">,
  tx: SubjectTransaction,
  { subjectId, trainingSetId }: { readonly subjectId: string; readonly trainingSetId: string },
  modelVersion: string,
): Promise<SingleFace[]> => {
  const entries = await listTrainingSetEntries(tx, trainingSetId);
  const inSet = new Set(entries.map(({ selfieId }) => selfieId));
  const measured = await listSelfieMeasurements(tx, subjectId);
  const fit = fitSelfies(
    keyring,
    measured.filter(({ selfieId }) => inSet.has(selfieId)),
    modelVersion,
  );
  const { anotherPerson } = judgeSelfieSet(fit);
  return fit.filter(({ id }) => !anotherPerson.includes(id)).map(({ observation }) => observation);
};
