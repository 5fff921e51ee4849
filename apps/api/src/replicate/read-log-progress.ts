import type { StepProgress } from "./provider.ts";

export interface LogReading {
  /** The newest step of the expected total; null when none has been logged. */
  readonly progress: StepProgress | null;
  /** From `Using seed: N`. */
  readonly seed: number | null;
  /** From `Total safe images: x out of y`. */
  readonly safeImages: { readonly kept: number; readonly made: number } | null;
}

/** tqdm: `flux_train_replicate:  12%|█▏        | 119/1000 [01:52<13:38,  1.08it/s, lr: 4.0e-04 loss: 3.1e-01]`. */
const bar = /(?:^|\s)\d{1,3}%\s*\|(?:[^|]*\|)?\s*(\d{1,7})\/(\d{1,7})(?=\s*\[|\s*$)/;

/** tqdm that was not told its total: `17it [00:02,  8.51it/s]`. */
const barWithoutTotal = /^(\d{1,7})it \[/;

const seedLine = /^Using seed: (\d{1,20})$/;
const safeImagesLine = /^Total safe images: (\d{1,3}) out of (\d{1,3})$/;

/**
 * Reads a run's log: progress bars of tqdm, as predictions and the ostris trainer write them, the seed, and what the
 * safety checker kept. Loading and captioning write bars too, so only bars of the expected total count.
 *
 * @param expectedSteps - the number of steps that was asked for; null: no progress can be read.
 * @example
 * readLogProgress("Using seed: 7\n 42%|████▏     | 21/50 [00:03<00:04, 6.9it/s]", 50);
 * // { progress: { step: 21, totalSteps: 50 }, seed: 7, safeImages: null }
 */
export function readLogProgress(logs: string, expectedSteps: number | null): LogReading {
  let progress: StepProgress | null = null;
  let seed: number | null = null;
  let safeImages: LogReading["safeImages"] = null;

  // Bars return the carriage instead of starting a line.
  for (const line of logs.split(/[\r\n]+/)) {
    const step = expectedSteps === null ? null : stepOf(line, expectedSteps);
    if (step !== null && expectedSteps !== null) progress = { step, totalSteps: expectedSteps };
    seed = numberOf(seedLine.exec(line.trim())?.[1]) ?? seed;
    const safe = safeImagesLine.exec(line.trim());
    const kept = numberOf(safe?.[1]);
    const made = numberOf(safe?.[2]);
    if (kept !== null && made !== null) safeImages = { kept, made };
  }
  return { progress, seed, safeImages };
}

function stepOf(line: string, expectedSteps: number): number | null {
  const full = bar.exec(line);
  if (full !== null) {
    const step = numberOf(full[1]);
    return numberOf(full[2]) === expectedSteps && step !== null && step <= expectedSteps ? step : null;
  }
  const step = numberOf(barWithoutTotal.exec(line.trim())?.[1]);
  return step !== null && step <= expectedSteps ? step : null;
}

function numberOf(digits: string | undefined): number | null {
  const value = digits === undefined ? Number.NaN : Number(digits);
  return Number.isSafeInteger(value) ? value : null;
}
