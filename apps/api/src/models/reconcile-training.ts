import type { LookUp, TrainingReport } from "../replicate/provider.ts";
import { nextCheck } from "../studio/next-check.ts";
import type { Studio } from "../studio/studio.ts";
import { endTraining } from "./end-training.ts";
import { lockTraining, type TrainingRow, updateTraining } from "./model.store.ts";
import { recordTrainingReport } from "./record-training-report.ts";
import { submitTraining } from "./submit-training.ts";

/**
 * Looks after one open training whose time has come: finds what no webhook told, sends what was not sent, and ends
 * what is past its deadline.
 */
export const reconcileTraining = async (
  studio: Studio,
  subjectId: string,
  trainingId: string,
): Promise<void> => {
  const row = await scheduleNext(studio, subjectId, trainingId);
  if (row === undefined) return;
  const found = row.providerId === null ? undefined : await askProvider(studio, row, row.providerId);
  if (found?.outcome === "found") await recordTrainingReport(studio, subjectId, trainingId, found.report);
  if (found?.outcome === "unavailable") {
    studio.log.warn({ trainingId, error: found.error }, "the provider could not be asked about a training");
  }
  if (found?.outcome === "not-found") return endWith(studio, row, "unknown");
  if (studio.clock.now() >= row.deadlineAt) {
    if (row.providerId !== null) await studio.provider.cancelTraining(row.providerId);
    return endWith(studio, row, "not-answered");
  }
  if (row.providerId === null) await submitTraining(studio, subjectId, trainingId);
};

/** A wish to cancel that the provider has not confirmed is repeated; its answer is as good as a look. */
const askProvider = (studio: Studio, row: TrainingRow, providerId: string): Promise<LookUp<TrainingReport>> =>
  row.cancelRequestedAt === null
    ? studio.provider.lookUpTraining(providerId)
    : studio.provider.cancelTraining(providerId);

const scheduleNext = (
  studio: Studio,
  subjectId: string,
  trainingId: string,
): Promise<TrainingRow | undefined> =>
  studio.actingAs(subjectId, async (tx) => {
    const row = await lockTraining(tx, trainingId);
    const now = studio.clock.now();
    if (row === undefined || row.endedAt !== null || row.nextCheckAt > now) return undefined;
    const checkCount = row.checkCount + 1;
    const nextCheckAt = nextCheck(now, checkCount, studio.settings.webhookBaseUrl !== null);
    return updateTraining(tx, trainingId, { checkCount, nextCheckAt });
  });

const endWith = (studio: Studio, seen: TrainingRow, problem: "unknown" | "not-answered"): Promise<void> =>
  studio.actingAs(seen.subjectId, async (tx) => {
    const row = await lockTraining(tx, seen.id);
    if (row !== undefined) await endTraining(studio, tx, row, "failed", problem);
  });
