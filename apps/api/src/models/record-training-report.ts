import { settleCredits } from "../credits/settle-credits.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import type { TrainingReport } from "../replicate/provider.ts";
import { nextCheck } from "../studio/next-check.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { webhookAddress } from "../studio/webhook-address.ts";
import { afterTraining } from "./after-training.ts";
import { endTraining } from "./end-training.ts";
import {
  findModel,
  findTraining,
  lockTraining,
  type NewTraining,
  setActiveTraining,
  type TrainingRow,
  updateTraining,
} from "./model.store.ts";

/**
 * Records what the provider says of a training: the one way in which it changes after it was sent. A new version
 * becomes active only here, when it is ready; until then the last good one stays.
 */
export const recordTrainingReport = async (
  studio: Studio,
  subjectId: string,
  trainingId: string,
  report: TrainingReport,
): Promise<void> => {
  const schema =
    report.state === "succeeded" ? await versionSchema(studio, subjectId, trainingId, report) : undefined;
  const isUnwanted = await studio.actingAs(subjectId, async (tx) => {
    const row = await lockTraining(tx, trainingId);
    // Its person has left: what is only taken now was asked for before.
    if (row === undefined) return true;
    if (row.endedAt !== null) return row.providerId !== report.providerId || row.errorCode === "not-answered";
    if (!isReportOf(studio, row, report)) {
      studio.log.error(
        { trainingId, providerId: report.providerId },
        "a report of something else came for a training",
      );
      return row.providerId !== null;
    }
    const isNews = row.providerId === null;
    const adopted = await adopt(studio, tx, row, report);
    await apply(studio, tx, adopted, report, schema, isNews);
    return false;
  });
  // Accepted later than anybody could wait for: nobody will look at it, and it costs as long as it runs.
  const goesOn = report.state === "submitted" || report.state === "running";
  if (isUnwanted && goesOn) await studio.provider.cancelTraining(report.providerId);
};

/** Keeps whose report it is, and how long the provider has worked: what it charges by. */
const adopt = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: TrainingRow,
  { providerId, metrics }: TrainingReport,
): Promise<TrainingRow> => {
  const predictSeconds = metrics.predictSeconds ?? row.predictSeconds;
  if (row.providerId === providerId && row.predictSeconds === predictSeconds) return row;
  const adopted = await updateTraining(tx, row.id, { providerId, predictSeconds });
  if (row.providerId !== null) return adopted;
  await appendEntry(studio, tx, row.subjectId, {
    kind: "training-accepted",
    rows: [{ table: "trainings", part: "accepted", row: adopted }],
    sent: { version: row.trainerVersion, prediction: providerId },
  });
  return adopted;
};

/** Whether a report speaks of this very training: by the id once it is known, before that by webhook or zip. */
const isReportOf = ({ settings }: Studio, row: TrainingRow, report: TrainingReport): boolean => {
  if (row.providerId !== null) return row.providerId === report.providerId;
  if (report.webhookUrl !== null)
    return report.webhookUrl === webhookAddress(settings.webhookBaseUrl, "training", row.id);
  return report.input.zipUrl === null || report.input.zipUrl === row.zipUrl;
};

const apply = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: TrainingRow,
  report: TrainingReport,
  schema: unknown,
  isNews: boolean,
): Promise<void> => {
  switch (report.state) {
    case "submitted":
    case "running":
      return advance(studio, tx, row, report.state, report, isNews);
    case "succeeded":
      return finish(studio, tx, row, report.version, schema);
    case "failed": {
      const { code, logOnly } = report.error ?? { code: "unknown", logOnly: null };
      await endTraining(studio, tx, row, "failed", code, logOnly);
      return;
    }
    case "canceled":
    case "aborted":
      await endTraining(studio, tx, row, "canceled", null);
      return;
  }
};

/** Asked for before the transaction: nothing slow may happen inside one. Undefined when it cannot be had now. */
const versionSchema = async (
  studio: Studio,
  subjectId: string,
  trainingId: string,
  report: TrainingReport,
): Promise<unknown> => {
  const model = await studio.actingAs(subjectId, async (tx) => {
    const row = await findTraining(tx, trainingId);
    return row === undefined || row.endedAt !== null ? undefined : findModel(tx, subjectId);
  });
  if (model === undefined || report.version === null) return undefined;
  const [, name = model.name] = model.name.split("/");
  const answer = await studio.provider.versionSchema({
    account: model.account,
    name,
    version: report.version,
  });
  if (answer.outcome === "ok") return answer.value;
  studio.log.warn({ trainingId, error: answer.error }, "the schema of a new version could not be read yet");
  return undefined;
};

/** How long a finished training is waited for when only its version's schema cannot be read. */
const schemaPatienceMs = 60 * 60 * 1_000;

const rank = { draft: 0, uploading: 1, submitted: 2, running: 3, ready: 4, failed: 4, canceled: 4 } as const;

const advance = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: TrainingRow,
  state: "submitted" | "running",
  report: TrainingReport,
  isNews: boolean,
): Promise<void> => {
  const changes: Partial<NewTraining> = {};
  if (rank[state] > rank[row.status]) changes.status = state;
  if (report.startedAt !== null && changes.status === "running") changes.startedAt = report.startedAt;
  const { progress } = report;
  if (progress !== null && progress.step > (row.step ?? -1)) {
    changes.step = progress.step;
    changes.totalSteps = progress.totalSteps;
  }
  const now = studio.clock.now();
  // Somebody wished to cancel it before it was known where: that cannot wait.
  const nextCheckAt =
    isNews && row.cancelRequestedAt !== null
      ? now
      : nextCheck(now, row.checkCount, studio.settings.webhookBaseUrl !== null);
  await updateTraining(tx, row.id, { ...changes, nextCheckAt });
  if (isNews || Object.keys(changes).length > 0) {
    await appendEvent(tx, row.subjectId, { type: "training", entityId: row.id, at: now });
  }
};

const finish = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: TrainingRow,
  version: string | null,
  schema: unknown,
): Promise<void> => {
  if (version === null) {
    await endTraining(studio, tx, row, "failed", "no-version");
    return;
  }
  const now = studio.clock.now();
  if (schema === undefined) {
    // Without its schema nothing can be sent to the version; the reconciler comes back for it, also after the deadline.
    const deadlineAt =
      row.version === null
        ? new Date(Math.max(row.deadlineAt.getTime(), now.getTime() + schemaPatienceMs))
        : row.deadlineAt;
    const nextCheckAt = nextCheck(now, 0, false);
    await updateTraining(tx, row.id, { status: "running", version, deadlineAt, nextCheckAt });
    return;
  }
  const ready = await updateTraining(tx, row.id, {
    status: "ready",
    version,
    versionSchema: schema,
    endedAt: now,
    errorCode: null,
  });
  const model = await setActiveTraining(tx, row.modelId, row.id);
  await settleCredits(studio, tx, row.subjectId, { kind: "training", id: row.id });
  await appendEntry(studio, tx, row.subjectId, {
    kind: "training-ended",
    reason: ready.status,
    rows: [
      { table: "trainings", part: "ended", row: ready },
      { table: "portrait_models", part: "chosen", row: model },
    ],
    sent: { model: model.name, version },
  });
  await appendEvent(tx, row.subjectId, { type: "training", entityId: row.id, at: now });
  await afterTraining(studio, tx, ready);
};
