import type { ProgressView } from "../client/views.ts";
import type { ProgressStep } from "./progress.ts";

type Work = "training" | "generation";

const phases = {
  training: { queued: "preparing", starting: "starting", working: "training", storing: "saving" },
  generation: { queued: "queued", starting: "starting", working: "drawing", storing: "saving" },
} as const satisfies Record<Work, Record<ProgressView["phase"], string>>;

/**
 * Puts the studio's progress into the terminal's; null, which means that the work has ended, shows as saving.
 *
 * @example
 * stepOf("training", { phase: "working", step: 420, totalSteps: 1000 }); // { phase: "training", done: 420, total: 1000 }
 */
export function stepOf(work: Work, progress: ProgressView | null): ProgressStep {
  if (progress === null) return { phase: phases[work].storing, done: null, total: null };
  const isCounted = progress.phase === "working";
  return {
    phase: phases[work][progress.phase],
    done: isCounted ? progress.step : null,
    total: isCounted ? progress.totalSteps : null,
  };
}

/** The same in one phrase, for a table or a sentence: `training, step 420 of 1000`. */
export function progressInWords(work: Work, progress: ProgressView | null): string {
  const { phase, done, total } = stepOf(work, progress);
  return done === null || total === null ? phase : `${phase}, step ${done} of ${total}`;
}
