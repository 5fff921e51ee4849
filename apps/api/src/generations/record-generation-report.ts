import { type GenerationEvent, generationAfter } from "@selfsame/flux-core";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { findRunnable } from "../models/model.store.ts";
import type { GenerationReport } from "../replicate/provider.ts";
import { nextCheck } from "../studio/next-check.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { endGeneration } from "./end-generation.ts";
import {
  type GenerationRow,
  lockGeneration,
  type NewGeneration,
  updateGeneration,
} from "./generation.store.ts";

/**
 * Records what the provider says of a generation: the one way in which it changes after it was sent, whoever brings
 * the report (webhook, reconciler, the answer to sending). Repeats, gaps and any order lead to the same end.
 */
export const recordGenerationReport = async (
  studio: Studio,
  subjectId: string,
  generationId: string,
  report: GenerationReport,
): Promise<void> => {
  const isUnwanted = await studio.actingAs(subjectId, async (tx) => {
    const row = await lockGeneration(tx, generationId);
    // Its person has left: what is only taken now was asked for before.
    if (row === undefined) return true;
    if (row.endedAt !== null) return row.providerId !== report.providerId || row.status === "expired";
    if (!(await isReportOf(tx, row, report))) {
      studio.log.error(
        { generationId, providerId: report.providerId },
        "a report of something else came for a generation",
      );
      return row.providerId !== null;
    }
    const isNews = row.providerId === null;
    const adopted = await adopt(studio, tx, row, report);
    await apply(studio, tx, adopted, report, isNews);
    return false;
  });
  // Accepted later than anybody could wait for: nobody will look at it, and it costs as long as it runs.
  const goesOn = report.state === "submitted" || report.state === "running";
  if (isUnwanted && goesOn) await studio.provider.cancelGeneration(report.providerId);
};

/** Keeps whose report it is, and how long the provider has worked: what it charges by. */
const adopt = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: GenerationRow,
  { providerId, version, metrics }: GenerationReport,
): Promise<GenerationRow> => {
  const predictSeconds = metrics.predictSeconds ?? row.predictSeconds;
  if (row.providerId === providerId && row.predictSeconds === predictSeconds) return row;
  const adopted = await updateGeneration(tx, row.id, { providerId, predictSeconds });
  if (row.providerId !== null) return adopted;
  await appendEntry(studio, tx, row.subjectId, {
    kind: "generation-accepted",
    rows: [{ table: "generations", part: "accepted", row: adopted }],
    sent: { version, prediction: providerId },
  });
  return adopted;
};

/** Whether a report speaks of this very generation: by the id once it is known, before that by version and input. */
const isReportOf = async (
  tx: SubjectTransaction,
  row: GenerationRow,
  report: GenerationReport,
): Promise<boolean> => {
  if (row.providerId !== null) return row.providerId === report.providerId;
  const model = await findRunnable(tx, row.trainingId);
  if (model?.version !== report.version) return false;
  const { prompt, seed } = report.input;
  return (prompt === null || prompt === row.prompt) && (seed === null || seed === row.seed);
};

const apply = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: GenerationRow,
  report: GenerationReport,
  isNews: boolean,
): Promise<void> => {
  switch (report.state) {
    case "submitted":
    case "running":
      return advance(studio, tx, row, { type: report.state }, report, isNews);
    case "succeeded":
      if (report.outputs.length > 0) return startStoring(studio, tx, row, report);
      // Nothing to copy is final only when the pictures are known to be gone or withheld.
      if (row.status === "storing") return;
      await endGeneration(
        studio,
        tx,
        row,
        { type: "failed" },
        report.dataRemoved ? "outputs-expired" : "content-withheld",
      );
      return;
    case "failed":
      await endGeneration(
        studio,
        tx,
        row,
        { type: "failed" },
        report.error?.code ?? "unknown",
        report.error?.logOnly ?? null,
      );
      return;
    case "canceled":
    case "aborted":
      await endGeneration(studio, tx, row, { type: "canceled" }, null);
      return;
  }
};

const advance = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: GenerationRow,
  event: GenerationEvent,
  report: GenerationReport,
  isNews: boolean,
): Promise<void> => {
  const { status } = generationAfter({ status: row.status, outputs: row.outputs, images: 0 }, event);
  const changes: Partial<NewGeneration> = {};
  if (status !== row.status) changes.status = status;
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
  await updateGeneration(tx, row.id, { ...changes, nextCheckAt });
  if (isNews || Object.keys(changes).length > 0) {
    await appendEvent(tx, row.subjectId, { type: "generation", entityId: row.id, at: now });
  }
};

const startStoring = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: GenerationRow,
  report: GenerationReport,
): Promise<void> => {
  const { status } = generationAfter(
    { status: row.status, outputs: row.outputs, images: 0 },
    { type: "storing" },
  );
  if (status === row.status) return;
  const now = studio.clock.now();
  await updateGeneration(tx, row.id, {
    status,
    outputUrls: [...report.outputs],
    finishedAt: report.completedAt ?? now,
    nextCheckAt: new Date(now.getTime() + storingCheckMs),
    deadlineAt: new Date(Math.max(row.deadlineAt.getTime(), now.getTime() + outputsKeptMs)),
  });
  await appendEvent(tx, row.subjectId, { type: "generation", entityId: row.id, at: now });
  await studio.jobs.enqueue(tx, "store-portraits", { subjectId: row.subjectId, generationId: row.id });
};

/** Copying is a job with its own retries; the reconciler looks after it only when that took unusually long. */
const storingCheckMs = 60_000;
/** The provider keeps finished pictures for an hour: as long as it has them, copying them is worth another try. */
const outputsKeptMs = 60 * 60 * 1_000;
