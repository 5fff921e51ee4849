import { durationInWords } from "../output/duration-in-words.ts";
import { plainText } from "../output/plain-text.ts";
import { shortened } from "../output/shortened.ts";
import type { ProgressStep } from "./progress.ts";

/** Everything one line of progress says. */
export interface ProgressState extends ProgressStep {
  readonly label: string;
  readonly elapsedMs: number;
  /** Null: not known yet. */
  readonly remainingMs: number | null;
  /** How it ended; null while it goes on. */
  readonly outcome: string | null;
}

const labelCharacters = 24;
const barCharacters = 24;

/**
 * One line of progress: a bar where the share is known, else the phase and the time gone by. No number is guessed.
 *
 * @example
 * progressText({ label: "Training", phase: "training", done: 420, total: 1000, elapsedMs: 60_000, … });
 * // "Training                  ██████████░░░░░░░░░░░░░░  training, 42 % · 1 min · about 1 min left"
 */
export function progressText(state: ProgressState): string {
  const { label, phase, done, total, elapsedMs, remainingMs, outcome } = state;
  const name = shortened(plainText(label.replaceAll("\n", " ")), labelCharacters).padEnd(labelCharacters);
  const share = outcome === null && done !== null && total !== null && total > 0 ? done / total : null;
  const parts = [outcome ?? (share === null ? phase : `${phase}, ${Math.floor(Math.min(share, 1) * 100)} %`)];
  if (elapsedMs >= 1_000) parts.push(durationInWords(elapsedMs));
  if (outcome === null && share !== null && remainingMs !== null && remainingMs >= 1_000)
    parts.push(`about ${durationInWords(remainingMs)} left`);
  return [name, ...(share === null ? [] : [bar(share)]), parts.join(" · ")].join("  ");
}

function bar(share: number): string {
  const full = Math.floor(Math.min(share, 1) * barCharacters);
  return "█".repeat(full) + "░".repeat(barCharacters - full);
}
