import { predictionLogs } from "../predictions/prediction-logs.ts";
import { trainingLogs } from "../trainings/training-logs.ts";
import type { JobRecord } from "./job-record.ts";

/** What a job has logged by `now` (milliseconds since 1970): kept once it has ended, else following from its plan. */
export function logsOf(job: JobRecord, now: number): string {
  if (job.logs !== null) return job.logs;
  if (job.startedAt === null || job.dataRemoved) return "";
  const elapsedMs = Math.max(0, now - job.startedAt);
  const fraction = job.plan.runsForMs === 0 ? 1 : Math.min(1, elapsedMs / job.plan.runsForMs);
  const progress = { fraction, elapsedSeconds: elapsedMs / 1000 };
  return job.kind === "prediction" ? predictionLogs(job, progress) : trainingLogs(job, progress);
}
