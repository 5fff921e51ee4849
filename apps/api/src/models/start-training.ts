import { modelNameFor } from "@selfsame/flux-core";
import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import { requireConsent } from "../account/require-consent.ts";
import { reserveCredits } from "../credits/reserve-credits.ts";
import { requireUnpaused } from "../credits/require-unpaused.ts";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { defaultTrainerId, trainers } from "../replicate/trainers.ts";
import { freezeTrainingSet } from "../selfies/freeze-training-set.ts";
import { findTrainingSet, type TrainingSetWithEntries } from "../selfies/training-set.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import {
  findModel,
  findOpenTraining,
  findTrainingByKey,
  insertModel,
  insertTraining,
  listTrainings,
  type ModelRow,
} from "./model.store.ts";
import { toTrainingView, type trainingView } from "./training-view.ts";

/** A training of 1,000 steps takes 10 to 20 minutes; three hours leave room for the provider's queue. */
const deadlineMs = 3 * 60 * 60 * 1_000;
const firstCheckMs = 10_000;

/**
 * Starts a training on the caller's present selfies. When it returns, the frozen set, the row, the credits held for it
 * and the job that sends it exist together; nothing has been sent yet. The same idempotency key gives the same
 * training again.
 *
 * @throws DomainError `consent_missing`, `training_already_running`, `training_too_few_selfies` and those of
 *   `reserveCredits`
 */
export const startTraining = (
  studio: Studio,
  caller: Caller,
  { idempotencyKey }: { readonly idempotencyKey: string | null },
): Promise<z.infer<typeof trainingView>> =>
  studio.actingAs(caller.subjectId, async (tx) => {
    // Held to the end: two starts at once become one, and the other is told.
    await lockSubject(tx, caller.subjectId);
    await requireConsent(tx, caller.subjectId);
    if (idempotencyKey !== null) {
      const earlier = await findTrainingByKey(tx, idempotencyKey);
      if (earlier !== undefined) return viewOf(tx, caller, earlier.id);
    }
    const open = await findOpenTraining(tx, caller.subjectId);
    if (open !== undefined) throw new DomainError("training_already_running", { trainingId: open.id });
    const trainingSetId = await freezeTrainingSet(studio, tx, caller.subjectId);
    const model = (await findModel(tx, caller.subjectId)) ?? (await createModel(studio, tx, caller));
    const trainer = trainers[defaultTrainerId];
    const now = studio.clock.now();
    const row = await insertTraining(tx, {
      id: studio.identifiers.next(),
      subjectId: caller.subjectId,
      modelId: model.id,
      trainingSetId,
      status: "draft",
      trainer: trainer.id,
      trainerVersion: trainer.version,
      idempotencyKey,
      simulated: studio.settings.simulated,
      deadlineAt: new Date(now.getTime() + deadlineMs),
      nextCheckAt: new Date(now.getTime() + firstCheckMs),
      createdAt: now,
    });
    const price = studio.settings.credits.training;
    if (price > 0)
      await reserveCredits(studio, tx, caller.subjectId, { kind: "training", id: row.id }, price);
    else await requireUnpaused(tx);
    await appendEvent(tx, caller.subjectId, { type: "training", entityId: row.id, at: now });
    await appendEntry(studio, tx, caller.subjectId, {
      kind: "training-let-through",
      rows: [
        { table: "training_sets", part: "made", row: await freshTrainingSet(tx, trainingSetId) },
        { table: "portrait_models", part: "made", row: model },
        { table: "trainings", part: "made", row },
      ],
    });
    await studio.jobs.enqueue(tx, "submit-training", { subjectId: caller.subjectId, trainingId: row.id });
    return viewOf(tx, caller, row.id);
  });

const viewOf = async (tx: SubjectTransaction, { subjectId }: Caller, trainingId: string) => {
  const model = await findModel(tx, subjectId);
  const [training] = await listTrainings(tx, subjectId, trainingId);
  if (model === undefined || training === undefined)
    throw new Error(`Training ${trainingId} is not there after it was added`);
  return toTrainingView(training, model);
};

const freshTrainingSet = async (tx: SubjectTransaction, id: string): Promise<TrainingSetWithEntries> => {
  const set = await findTrainingSet(tx, id);
  if (set === undefined) throw new Error(`Training set ${id} is not there after it was frozen`);
  return set;
};

const createModel = (studio: Studio, tx: SubjectTransaction, caller: Caller): Promise<ModelRow> => {
  const account = studio.settings.modelAccount;
  const name = modelNameFor(account, caller.subjectNumber);
  if (!name.ok) throw new Error(name.error.message);
  return insertModel(tx, {
    id: studio.identifiers.next(),
    subjectId: caller.subjectId,
    account,
    name: name.value,
    createdAt: studio.clock.now(),
  });
};
