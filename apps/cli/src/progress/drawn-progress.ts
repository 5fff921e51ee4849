import { SingleBar } from "cli-progress";
import { measurePace } from "./pace.ts";
import type { Progress, ProgressStep } from "./progress.ts";
import { progressText } from "./progress-text.ts";

/** Draws progress on a terminal, redrawn in place. */
export function drawnProgress(stream: NodeJS.WritableStream): Progress {
  return {
    begin: (label) => {
      const pace = measurePace();
      const beganMs = performance.now();
      let step: ProgressStep = { phase: "starting", done: null, total: null };
      let outcome: string | null = null;
      let remainingMs: number | null = null;
      const line = new SingleBar({
        stream,
        fps: 10,
        hideCursor: true,
        // A line longer than the terminal is cut, since one that wraps cannot be redrawn in place.
        linewrap: false,
        // The program looks after interruptions itself.
        gracefulExit: false,
        format: () =>
          progressText({ ...step, label, outcome, remainingMs, elapsedMs: performance.now() - beganMs }),
      });
      line.start(1, 0);
      return {
        show: (now) => {
          step = now;
          const { done, total } = now;
          remainingMs =
            done === null || total === null
              ? null
              : pace.remainingMs({ done, total, nowMs: performance.now() });
        },
        end: (how) => {
          outcome = how;
          line.stop();
        },
      };
    },
  };
}
