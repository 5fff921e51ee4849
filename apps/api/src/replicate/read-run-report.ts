import type { Run } from "./prediction-schema.ts";
import type { ProviderState, RunReport, StepProgress } from "./provider.ts";
import { readRunError } from "./read-run-error.ts";

/** The provider's statuses in the studio's words. */
const states = {
  starting: "submitted",
  processing: "running",
  succeeded: "succeeded",
  failed: "failed",
  canceled: "canceled",
  aborted: "aborted",
} as const satisfies Record<Run["status"], ProviderState>;

/** A whole number of the input, as the provider repeats it; null when it does not. */
export const wholeInput = (run: Run, name: string): number | null => {
  const value = run.input[name];
  return Number.isSafeInteger(value) ? Number(value) : null;
};

/** A text of the input, as the provider repeats it; null when it does not. */
export const textInput = (run: Run, name: string): string | null => {
  const value = run.input[name];
  return typeof value === "string" ? value : null;
};

/** What generations and trainings report alike. */
export function runReportOf(run: Run, progress: StepProgress | null): RunReport {
  const state = states[run.status];
  return {
    providerId: run.id,
    state,
    progress,
    error: state === "failed" ? readRunError(run.error) : null,
    metrics: { predictSeconds: run.metrics.predict_time, totalSeconds: run.metrics.total_time },
    createdAt: run.created_at,
    startedAt: run.started_at,
    completedAt: run.completed_at,
    webhookUrl: run.webhook,
  };
}
