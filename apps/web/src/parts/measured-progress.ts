import type { ProgressView } from "../views/views.ts";

/** The step the provider has reported, of how many; null when it reported none. */
export function measuredStep(progress: ProgressView | null): { step: number; totalSteps: number } | null {
  if (progress === null) return null;
  const { step, totalSteps } = progress;
  return step === null || totalSteps === null || totalSteps <= 0 ? null : { step, totalSteps };
}

/** The measured share of the work, 0 to 1, or null when nothing was measured. */
export function measuredShare(progress: ProgressView | null): number | null {
  const measured = measuredStep(progress);
  return measured === null ? null : Math.min(1, Math.max(0, measured.step / measured.totalSteps));
}
