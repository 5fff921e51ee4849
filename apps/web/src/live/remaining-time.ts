/** One measured step and when this page saw it, on a clock that only goes forward (milliseconds). */
export interface StepSeen {
  readonly step: number;
  readonly atMs: number;
}

/** A range of remaining time, from what was measured. */
export interface Remaining {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Shorter observations say more about the network than about the training. */
const shortestObservationMs = 5_000;
const shortestShare = 0.02;
const observationsKept = 12;

/** Adds a measured step; one that was seen already is not new, and one that goes back begins anew. */
export function withStep(seen: readonly StepSeen[], now: StepSeen): readonly StepSeen[] {
  const last = seen.at(-1);
  if (last?.step === now.step) return seen;
  if (last !== undefined && now.step < last.step) return [now];
  return [...seen, now].slice(-observationsKept);
}

/**
 * How long the phase still takes, from the slowest and the fastest speed that was seen; null while too little was
 * measured to say anything.
 */
export function remainingTime(seen: readonly StepSeen[], totalSteps: number): Remaining | null {
  const first = seen.at(0);
  const last = seen.at(-1);
  if (first === undefined || last === undefined || totalSteps <= 0) return null;
  if (last.atMs - first.atMs < shortestObservationMs) return null;
  if (last.step - first.step < totalSteps * shortestShare) return null;

  const half = seen[Math.floor((seen.length - 1) / 2)] ?? first;
  const speeds = [speed(first, last), speed(first, half), speed(half, last)].filter((value) => value > 0);
  const stepsLeft = Math.max(0, totalSteps - last.step);
  return {
    fromSeconds: stepsLeft / Math.max(...speeds),
    toSeconds: stepsLeft / Math.min(...speeds),
  };
}

/** Steps per second between two observations. */
function speed(from: StepSeen, to: StepSeen): number {
  return to.atMs > from.atMs ? (to.step - from.step) / ((to.atMs - from.atMs) / 1_000) : 0;
}
