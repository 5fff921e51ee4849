import { trainingStatuses } from "@selfsame/flux-core";
import { z } from "zod";
import { progressView } from "../studio/progress-view.ts";
import type { ModelRow, TrainingRow } from "./model.store.ts";
import { isTrainingProblem, trainingProblems } from "./training-problem.ts";

/** A training as a page watches it. */
export const trainingView = z.object({
  id: z.uuid(),
  status: z.enum(trainingStatuses),
  selfieCount: z.number(),
  /** Whether its version is the one that runs. */
  active: z.boolean(),
  progress: progressView.nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  version: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  cancelRequested: z.boolean(),
  simulated: z.boolean(),
});

type TrainingView = z.infer<typeof trainingView>;

const phases = { draft: "queued", uploading: "queued", submitted: "starting", running: "working" } as const;

const progressOf = (row: TrainingRow): TrainingView["progress"] =>
  row.status === "draft" ||
  row.status === "uploading" ||
  row.status === "submitted" ||
  row.status === "running"
    ? { phase: phases[row.status], step: row.step, totalSteps: row.totalSteps }
    : null;

/** Puts a training into the page's form. */
export const toTrainingView = (
  row: TrainingRow & { readonly selfieCount: number },
  model: ModelRow,
): TrainingView => ({
  id: row.id,
  status: row.status,
  selfieCount: row.selfieCount,
  active: model.activeTrainingId === row.id,
  progress: progressOf(row),
  error:
    row.errorCode !== null && isTrainingProblem(row.errorCode)
      ? { code: row.errorCode, message: trainingProblems[row.errorCode] }
      : null,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  cancelRequested: row.cancelRequestedAt !== null,
  simulated: row.simulated,
});
