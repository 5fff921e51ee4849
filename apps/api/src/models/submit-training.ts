import { findSubject, lockSubject } from "../account/account.store.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { sendWithinMs, settledAfterMs } from "../replicate/paid-request-window.ts";
import type { ProviderError } from "../replicate/provider-error.ts";
import { type TrainerId, trainers } from "../replicate/trainers.ts";
import { listTrainingSetEntries } from "../selfies/training-set.store.ts";
import type { Studio } from "../studio/studio.ts";
import { webhookAddress } from "../studio/webhook-address.ts";
import { endTraining } from "./end-training.ts";
import { findSentTraining } from "./find-sent-training.ts";
import {
  findModel,
  findTraining,
  lockTraining,
  type ModelRow,
  type TrainingRow,
  updateTraining,
} from "./model.store.ts";
import { isStillOurs } from "./preparing-claim.ts";
import { prepareTraining } from "./prepare-training.ts";
import { recordTrainingReport } from "./record-training-report.ts";

/** How long one process may take to pack and upload before another may try: an upload alone is given five minutes. */
const uploadingMs = 7 * 60_000;

/** Thrown to have the job tried again: nothing was sent, or what was sent is not known yet. */
export class TrainingNotSubmittedYet extends Error {
  override readonly name = "TrainingNotSubmittedYet";
}

/**
 * Packs, uploads and sends a training to the provider, once. The intent is written before the paid request; after an
 * unclear answer the provider's list is searched, and nothing is sent again while it may have it.
 *
 * @throws TrainingNotSubmittedYet when it has to be tried again later
 */
export const submitTraining = async (
  studio: Studio,
  subjectId: string,
  trainingId: string,
): Promise<void> => {
  const seen = await studio.actingAs(subjectId, (tx) => findTraining(tx, trainingId));
  if (seen === undefined || seen.endedAt !== null || seen.providerId !== null) return;
  if (seen.sentAt !== null) {
    if (await isSettledAsUnsent(studio, seen, seen.sentAt)) await forgetSending(studio, seen);
    else return;
  }
  const claim = await claimPreparing(studio, subjectId, trainingId);
  if (claim === undefined) return;
  const preparation = await prepareTraining(studio, claim.row, claim.model, claim);
  if (preparation.outcome === "photos-missing") return giveUp(studio, claim.row, preparation.logOnly);
  if (preparation.outcome === "failed") return takeBack(studio, claim.row, preparation.error);
  if (preparation.outcome === "prepared") await send(studio, preparation.row, claim.model);
};

const isSettledAsUnsent = async (studio: Studio, row: TrainingRow, sentAt: Date): Promise<boolean> => {
  const isSettled = studio.clock.now().getTime() - sentAt.getTime() > settledAfterMs;
  const found = await findSentTraining(studio, row);
  if (found.outcome === "found") {
    await recordTrainingReport(studio, row.subjectId, row.id, found.report);
    return false;
  }
  if (found.outcome === "unavailable")
    throw new TrainingNotSubmittedYet("The provider's list cannot be read");
  return isSettled;
};

const forgetSending = (studio: Studio, seen: TrainingRow): Promise<void> =>
  studio.actingAs(seen.subjectId, async (tx) => {
    const row = await lockTraining(tx, seen.id);
    if (row?.providerId === null && row.sentAt?.getTime() === seen.sentAt?.getTime()) {
      await updateTraining(tx, row.id, { sentAt: null, status: "draft" });
    }
  });

interface PreparingClaim {
  readonly row: TrainingRow;
  readonly model: ModelRow;
  readonly triggerWord: string;
}

/** Takes the training for this process; undefined when another one has it or it has ended. */
const claimPreparing = (
  studio: Studio,
  subjectId: string,
  trainingId: string,
): Promise<PreparingClaim | undefined> =>
  studio.actingAs(subjectId, async (tx) => {
    const row = await lockTraining(tx, trainingId);
    const model = await findModel(tx, subjectId);
    const subject = await findSubject(tx, subjectId);
    if (row === undefined || model === undefined || subject === undefined) return undefined;
    if (row.endedAt !== null || row.providerId !== null || row.sentAt !== null) return undefined;
    // Nothing of a person who leaves is brought to the provider any more.
    if (row.cancelRequestedAt !== null || subject.deletionRequestedAt !== null) {
      await endTraining(studio, tx, row, "canceled", null);
      return undefined;
    }
    const now = studio.clock.now();
    if (
      row.status === "uploading" &&
      row.startedAt !== null &&
      now.getTime() - row.startedAt.getTime() < uploadingMs
    ) {
      return undefined;
    }
    const uploading = await updateTraining(tx, row.id, { status: "uploading", startedAt: now });
    await appendEvent(tx, subjectId, { type: "training", entityId: row.id, at: now });
    return { row: uploading, model, triggerWord: subject.triggerWord };
  });

/** Ends a training whose photos are gone: trying again would find as much. */
const giveUp = async (studio: Studio, row: TrainingRow, logOnly: string): Promise<void> => {
  studio.log.error({ trainingId: row.id, images: logOnly }, "photos of a frozen training set are gone");
  await studio.actingAs(row.subjectId, async (tx) => {
    const locked = await lockTraining(tx, row.id);
    if (locked !== undefined && isStillOurs(locked, row))
      await endTraining(studio, tx, locked, "failed", "photos-missing", logOnly);
  });
};

const send = async (studio: Studio, prepared: TrainingRow, model: ModelRow): Promise<void> => {
  const row = await studio.actingAs(prepared.subjectId, async (tx) => {
    const locked = await lockTraining(tx, prepared.id);
    if (locked === undefined || !isStillOurs(locked, prepared)) return undefined;
    const subject = await lockSubject(tx, prepared.subjectId);
    if (subject === undefined || subject.deletionRequestedAt !== null) return undefined;
    const sent = await updateTraining(tx, locked.id, { sentAt: studio.clock.now() });
    const entries = await listTrainingSetEntries(tx, sent.trainingSetId);
    await appendEntry(studio, tx, sent.subjectId, {
      kind: "training-sent",
      rows: [{ table: "trainings", part: "made", row: sent }],
      sent: {
        model: model.name,
        version: sent.trainerVersion,
        imageHashes: entries.map(({ sha256 }) => sha256),
      },
    });
    return sent;
  });
  if (row === undefined || row.input === null || row.sentAt === null) return;
  const [, name = model.name] = model.name.split("/");
  const submission = await studio.provider.train({
    intentId: row.id,
    notAfter: new Date(row.sentAt.getTime() + sendWithinMs),
    model: { account: model.account, name },
    trainer: trainers[row.trainer as TrainerId],
    input: row.input,
    webhookUrl: webhookAddress(studio.settings.webhookBaseUrl, "training", row.id),
  });
  switch (submission.outcome) {
    case "accepted":
      return recordTrainingReport(studio, row.subjectId, row.id, submission.report);
    case "unclear":
      studio.log.warn(
        { trainingId: row.id, cause: submission.cause },
        "a training was sent and its answer is unclear",
      );
      throw new TrainingNotSubmittedYet("The answer is unclear; the provider's list will be searched");
    case "refused":
      return takeBack(studio, row, submission.error);
  }
};

/**
 * What a refusal means: try again where it may pass, else the end. Nothing is owed in either case. It speaks of this
 * attempt alone: whoever has taken over meanwhile knows better.
 */
const takeBack = async (studio: Studio, row: TrainingRow, error: ProviderError): Promise<void> => {
  studio.log.warn({ trainingId: row.id, error }, "the provider refused a training");
  await studio.actingAs(row.subjectId, async (tx) => {
    const locked = await lockTraining(tx, row.id);
    if (locked === undefined || !isStillOurs(locked, row)) return;
    switch (error.code) {
      case "provider_refused":
        await endTraining(studio, tx, locked, "failed", "provider-refused", error.logOnly);
        return;
      case "provider_no_credit":
        await endTraining(studio, tx, locked, "failed", "provider-no-credit", error.logOnly);
        return;
      case "provider_unavailable":
        await updateTraining(tx, locked.id, { status: "draft", sentAt: null });
        return;
      case "rate_limited":
        // The reconciler sends it when the provider wants to be asked again; a job that tries sooner only adds to it.
        await updateTraining(tx, locked.id, {
          status: "draft",
          sentAt: null,
          nextCheckAt: new Date(Math.min(error.retryAt.getTime(), locked.deadlineAt.getTime())),
        });
    }
  });
  if (error.code === "provider_unavailable")
    throw new TrainingNotSubmittedYet("The provider cannot be reached");
};
