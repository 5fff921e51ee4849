import { selfieKey } from "../images/image-key.ts";
import { zipTrainingSet } from "../images/zip-training-set.ts";
import type { ProviderError } from "../replicate/provider-error.ts";
import { selfieCaption } from "./selfie-caption.ts";
import { type TrainerId, trainers, trainingInput } from "../replicate/trainers.ts";
import { listTrainingSetEntries } from "../selfies/training-set.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { lockTraining, type ModelRow, type TrainingRow, updateTraining } from "./model.store.ts";
import { isStillOurs } from "./preparing-claim.ts";

/**
 * Whether the training is ready to be sent; else that it is not this process's any more, that photos of its set are
 * gone, or what the provider said.
 */
export type Preparation =
  | { readonly outcome: "prepared"; readonly row: TrainingRow }
  | { readonly outcome: "taken-over" }
  | { readonly outcome: "photos-missing"; readonly logOnly: string }
  | { readonly outcome: "failed"; readonly error: ProviderError };

/**
 * Brings a training to where only the paid request is missing: its model exists at the provider, its set is zipped,
 * checked against the frozen hashes and uploaded, and its input is written on the row.
 * Where a selfie is gone or altered nothing is sent: nothing is trained on less than was frozen.
 *
 * @throws StorageUnavailableError when it has to be tried again later
 */
export const prepareTraining = async (
  studio: Studio,
  seen: TrainingRow,
  model: ModelRow,
  caller: Pick<Caller, "triggerWord">,
): Promise<Preparation> => {
  const trainer = trainers[seen.trainer as TrainerId];
  const entries = await studio.actingAs(seen.subjectId, (tx) =>
    listTrainingSetEntries(tx, seen.trainingSetId),
  );
  const zip = await zipTrainingSet(
    entries.map(({ position, sha256 }) => ({
      name: `${String(position + 1).padStart(2, "0")}.jpg`,
      sha256,
      caption: selfieCaption(caller.triggerWord),
      read: async () => (await studio.images.get(selfieKey(seen.subjectId, sha256)))?.bytes,
    })),
  );
  if (!zip.ok && zip.error.code === "training_set_broken")
    return { outcome: "photos-missing", logOnly: JSON.stringify(zip.error.images) };
  if (!zip.ok)
    throw new Error(`Training set ${seen.trainingSetId} cannot be packed: ${JSON.stringify(zip.error)}`);
  const [, name = model.name] = model.name.split("/");
  const ensured = await studio.provider.ensureModel({ account: model.account, name });
  if (ensured.outcome === "failed") return ensured;
  const uploaded = await studio.provider.uploadTrainingSet({
    fileName: `training-set-${seen.trainingSetId}.zip`,
    bytes: new Uint8Array(zip.value.bytes),
  });
  if (uploaded.outcome === "failed") return uploaded;
  const input = trainingInput(trainer, { zipUrl: uploaded.value.url, triggerWord: caller.triggerWord });
  return studio.actingAs(seen.subjectId, async (tx): Promise<Preparation> => {
    const row = await lockTraining(tx, seen.id);
    if (row === undefined || !isStillOurs(row, seen)) return { outcome: "taken-over" };
    const prepared = await updateTraining(tx, row.id, {
      input,
      zipFileId: uploaded.value.fileId,
      zipUrl: uploaded.value.url,
    });
    return { outcome: "prepared", row: prepared };
  });
};
