import { listRunningGenerations } from "../generations/generation.store.ts";
import { subjectPrefix } from "../images/image-key.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { findModel, listTrainings } from "../models/model.store.ts";
import type { ProviderError } from "../replicate/provider-error.ts";
import type { Answer, Deletion } from "../replicate/provider.ts";
import type { Studio } from "../studio/studio.ts";
import { findSubject, type SubjectRow } from "./account.store.ts";
import { listDeletion } from "./list-deletion.ts";
import { type ReceiptWriter, writeReceipt } from "./write-receipt.ts";

/** Thrown to have the job tried again: something at the provider could not be deleted yet. */
export class NotDeletedYet extends Error {
  override readonly name = "NotDeletedYet";
}

/**
 * Deletes everything of a subject whose consent was withdrawn: what runs at the provider is cancelled, versions,
 * model and uploaded sets are deleted there, then every picture and every row here, last the sign-in. Each step can be
 * repeated, so a run that fails half-way is finished by the next; the receipt says of every object what became of it.
 *
 * @throws NotDeletedYet when the provider has to be asked again, StorageUnavailableError
 */
export const deleteSubject = async (studio: Studio, subjectId: string): Promise<void> => {
  const subject = await studio.actingAs(subjectId, (tx) => findSubject(tx, subjectId));
  if (subject === undefined || subject.deletionRequestedAt === null) return;
  const found = await listDeletion(studio, { subjectId, userId: subject.userId });
  const receipt = await writeReceipt(studio, subject, found);
  try {
    await deleteAtProvider(studio, subjectId, receipt);
    await deleteEveryPicture(studio, subjectId, receipt);
    await studio.signIn.endSessions(subject.userId);
    await erase(
      studio,
      subject,
      receipt,
      found.filter(({ kind }) => kind === "rows").map(({ name }) => name),
    );
  } catch (error) {
    await receipt
      .keep()
      .catch((unkept: unknown) => studio.log.error({ error: unkept }, "a receipt could not be kept yet"));
    throw error;
  }
  // What was being stored meanwhile has no row to stand in any more.
  await deleteEveryPicture(studio, subjectId, null);
  studio.log.info("an account and everything of it was deleted");
};

const deleteAtProvider = async (
  { provider, actingAs }: Studio,
  subjectId: string,
  receipt: ReceiptWriter,
): Promise<void> => {
  const { model, trainings, running } = await actingAs(subjectId, async (tx) => ({
    model: await findModel(tx, subjectId),
    trainings: await listTrainings(tx, subjectId),
    running: await listRunningGenerations(tx, subjectId),
  }));
  for (const { id, providerId } of running) {
    await provider.cancelGeneration(providerId);
    receipt.note("run-at-provider", id, "stopped");
  }
  for (const training of trainings) {
    if (training.providerId !== null && training.endedAt === null) {
      await provider.cancelTraining(training.providerId);
      receipt.note("run-at-provider", training.id, "stopped");
    }
    if (training.zipFileId === null || training.zipDeletedAt !== null) continue;
    const outcome = requireDeleted(await provider.deleteFile(training.zipFileId), "training set");
    receipt.note("zip-at-provider", training.id, outcome);
  }
  if (model === undefined) return;
  const [, name = model.name] = model.name.split("/");
  const address = { account: model.account, name };
  for (const { version } of trainings) {
    if (version === null) continue;
    const outcome = requireDeleted(await provider.deleteVersion({ ...address, version }), "version");
    receipt.note("version-at-provider", version, outcome);
  }
  receipt.note("model-at-provider", model.name, requireDeleted(await provider.deleteModel(address), "model"));
};

const erase = (
  studio: Studio,
  { id: subjectId, userId, subjectNumber }: SubjectRow,
  receipt: ReceiptWriter,
  tables: readonly string[],
): Promise<void> => {
  const at = studio.clock.now();
  return studio.signIn.eraseSubject({
    subjectId,
    userId,
    subjectNumber,
    at,
    before: async (tx) => {
      // The last entry; with the subject go the keys that say whom the chain tells of.
      await appendEntry(studio, tx, subjectId, { kind: "chain-closed" });
      for (const table of tables) receipt.note("rows", table, "deleted");
      await receipt.finish(tx, at);
    },
  });
};

const deleteEveryPicture = async (
  { images }: Studio,
  subjectId: string,
  receipt: ReceiptWriter | null,
): Promise<void> => {
  const prefix = subjectPrefix(subjectId);
  const keys: string[] = [];
  for await (const { key } of images.list(prefix)) keys.push(key);
  await images.deleteMany(keys);
  for (const key of keys) receipt?.note("picture", key.slice(prefix.length), "deleted");
};

const requireDeleted = (answer: Answer<Deletion>, what: string): Deletion => {
  if (answer.outcome === "ok") return answer.value;
  throw new NotDeletedYet(`A ${what} is not deleted yet: ${describe(answer.error)}`);
};

const describe = (error: ProviderError): string => `${error.code} (${error.status ?? "no status"})`;
