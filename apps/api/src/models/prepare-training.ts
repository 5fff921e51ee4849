import { lockSubject } from "../account/account.store.ts";
import { selfieKey } from "../images/image-key.ts";
import { zipTrainingSet } from "../images/zip-training-set.ts";
import type { Answer, Deletion } from "../replicate/provider.ts";
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
  const address = { account: model.account, name };
  const prepared = await studio.actingAs(seen.subjectId, async (tx): Promise<Preparation | "leaving"> => {
    const row = await lockTraining(tx, seen.id);
    // Held to the end: a wish to delete the account comes before this, or finds the file on the row.
    const subject = await lockSubject(tx, seen.subjectId);
    if (subject === undefined || subject.deletionRequestedAt !== null) return "leaving";
    if (row === undefined || !isStillOurs(row, seen)) return { outcome: "taken-over" };
    const changed = await updateTraining(tx, row.id, {
      input,
      zipFileId: uploaded.value.fileId,
      zipUrl: uploaded.value.url,
    });
    return { outcome: "prepared", row: changed };
  });
  if (prepared !== "leaving" && prepared.outcome === "prepared") return prepared;
  // No row names this upload: nobody else would ever delete it.
  await takeAway(studio, seen.id, "training set", () => studio.provider.deleteFile(uploaded.value.fileId));
  if (prepared !== "leaving") return prepared;
  await takeAway(studio, seen.id, "model", () => studio.provider.deleteModel(address));
  return { outcome: "taken-over" };
};

const takeAway = async (
  studio: Studio,
  trainingId: string,
  what: string,
  remove: () => Promise<Answer<Deletion>>,
): Promise<void> => {
  const answer = await remove();
  if (answer.outcome === "failed")
    studio.log.error({ trainingId, what, error: answer.error }, "what nobody needs stays at the provider");
};
