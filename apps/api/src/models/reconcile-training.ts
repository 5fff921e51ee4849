import type { LookUp, TrainingReport } from "../replicate/provider.ts";
import { nextCheck } from "../studio/next-check.ts";
import type { Studio } from "../studio/studio.ts";
import { endTraining } from "./end-training.ts";
import { findSentTraining } from "./find-sent-training.ts";
import { lockTraining, type TrainingRow, updateTraining } from "./model.store.ts";
import { recordTrainingReport } from "./record-training-report.ts";
import { submitTraining } from "./submit-training.ts";

/** How long after its deadline a provider that cannot be asked may hold up a training's end. */
const graceMs = 60 * 60 * 1_000;

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
  const isPastDeadline = studio.clock.now() >= row.deadlineAt;
  if (row.providerId === null && !isPastDeadline) return submitTraining(studio, subjectId, trainingId);
  const found = await askProvider(studio, row, isPastDeadline);
  switch (found.outcome) {
    case "found":
      if (isPastDeadline && row.cancelRequestedAt === null && !hasCome(found.report))
        return endWith(studio, row, "not-answered");
      await recordTrainingReport(studio, subjectId, trainingId, found.report);
      // One that only waits for its version's schema has a later deadline now.
      return isPastDeadline ? endPastDeadline(studio, row) : undefined;
    case "not-found":
      return endWith(studio, row, isPastDeadline ? "not-answered" : "unknown");
    case "unavailable":
      studio.log.warn({ trainingId, error: found.error }, "the provider could not be asked about a training");
      // What may still run there costs: it is asked about again, but not for ever.
      if (studio.clock.now().getTime() >= row.deadlineAt.getTime() + graceMs)
        return endWith(studio, row, "not-answered");
  }
};

/** Whether a training has an end of its own, and not only the one that giving it up has brought about. */
const hasCome = ({ state }: TrainingReport): boolean => state === "succeeded" || state === "failed";

/** Looks a training up. One past its deadline, or wished away, is cancelled: the answer is as good as a look. */
const askProvider = async (
  studio: Studio,
  row: TrainingRow,
  isPastDeadline: boolean,
): Promise<LookUp<TrainingReport>> => {
  const stops = isPastDeadline || row.cancelRequestedAt !== null;
  if (row.providerId !== null)
    return stops
      ? studio.provider.cancelTraining(row.providerId)
      : studio.provider.lookUpTraining(row.providerId);
  if (row.sentAt === null) return { outcome: "not-found" };
  const found = await findSentTraining(studio, row);
  return found.outcome === "found" ? studio.provider.cancelTraining(found.report.providerId) : found;
};

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

/** Ends what is still open past the deadline that it has now. */
const endPastDeadline = (studio: Studio, seen: TrainingRow): Promise<void> =>
  studio.actingAs(seen.subjectId, async (tx) => {
    const row = await lockTraining(tx, seen.id);
    if (row !== undefined && studio.clock.now() >= row.deadlineAt)
      await endTraining(studio, tx, row, "failed", "not-answered");
  });

const endWith = (studio: Studio, seen: TrainingRow, problem: "unknown" | "not-answered"): Promise<void> =>
  studio.actingAs(seen.subjectId, async (tx) => {
    const row = await lockTraining(tx, seen.id);
    if (row !== undefined) await endTraining(studio, tx, row, "failed", problem);
  });
