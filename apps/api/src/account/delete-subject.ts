import { listRunningProviderIds } from "../generations/generation.store.ts";
import { findModel, listTrainings } from "../models/model.store.ts";
import { subjectPrefix } from "../images/image-key.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import type { ProviderError } from "../replicate/provider-error.ts";
import type { Answer, Deletion } from "../replicate/provider.ts";
import type { Studio } from "../studio/studio.ts";
import { findSubject } from "./account.store.ts";

/** Thrown to have the job tried again: something at the provider could not be deleted yet. */
export class NotDeletedYet extends Error {
  override readonly name = "NotDeletedYet";
}

/**
 * Deletes everything of a subject whose consent was withdrawn: what runs at the provider is cancelled, versions,
 * model and uploaded sets are deleted there, then every picture and every row here, last the sign-in. Each step can be
 * repeated, so a run that fails half-way is finished by the next.
 *
 * @throws NotDeletedYet when the provider has to be asked again
 */
export const deleteSubject = async (studio: Studio, subjectId: string): Promise<void> => {
  const owned = await studio.actingAs(subjectId, async (tx) => ({
    subject: await findSubject(tx, subjectId),
    model: await findModel(tx, subjectId),
    trainings: await listTrainings(tx, subjectId),
    running: await listRunningProviderIds(tx, subjectId),
  }));
  const { subject, model, trainings, running } = owned;
  if (subject === undefined || subject.deletionRequestedAt === null) return;
  for (const providerId of running) await studio.provider.cancelGeneration(providerId);
  for (const training of trainings) {
    if (training.providerId !== null && training.endedAt === null)
      await studio.provider.cancelTraining(training.providerId);
    if (training.zipFileId !== null)
      requireDeleted(await studio.provider.deleteFile(training.zipFileId), "training set");
  }
  if (model !== undefined) {
    const [, name = model.name] = model.name.split("/");
    const address = { account: model.account, name };
    for (const { version } of trainings) {
      if (version !== null)
        requireDeleted(await studio.provider.deleteVersion({ ...address, version }), "version");
    }
    requireDeleted(await studio.provider.deleteModel(address), "model");
  }
  await deleteEveryPicture(studio, subjectId);
  await studio.signIn.endSessions(subject.userId);
  await studio.signIn.eraseSubject({
    subjectId,
    userId: subject.userId,
    subjectNumber: subject.subjectNumber,
    at: studio.clock.now(),
    // The last entry; with the subject go the keys that say whom the chain tells of.
    before: (tx) => appendEntry(studio, tx, subjectId, { kind: "chain-closed" }),
  });
  // What was being stored meanwhile has no row to stand in any more.
  await deleteEveryPicture(studio, subjectId);
  studio.log.info("an account and everything of it was deleted");
};

const deleteEveryPicture = async ({ images }: Studio, subjectId: string): Promise<void> => {
  const keys: string[] = [];
  for await (const { key } of images.list(subjectPrefix(subjectId))) keys.push(key);
  await images.deleteMany(keys);
};

const requireDeleted = (answer: Answer<Deletion>, what: string): void => {
  if (answer.outcome === "failed")
    throw new NotDeletedYet(`A ${what} is not deleted yet: ${describe(answer.error)}`);
};

const describe = (error: ProviderError): string => `${error.code} (${error.status ?? "no status"})`;
