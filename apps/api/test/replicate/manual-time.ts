import type { Clock } from "../../src/clock/clock.ts";
import type { Timers } from "../../src/replicate/timers.ts";

/** A clock that only waiting moves, and timers that expire when a test says so. */
export interface ManualTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Every wait so far, in milliseconds. */
  readonly waitsMs: readonly number[];
  /** Every timeout that was set, in milliseconds. */
  readonly timeoutsMs: readonly number[];
  readonly advance: (durationMs: number) => void;
  /** Lets every running timeout expire. */
  readonly expire: () => void;
}

export function manualTime(startAt: string): ManualTime {
  let nowMs = Date.parse(startAt);
  const waitsMs: number[] = [];
  const timeoutsMs: number[] = [];
  const running: AbortController[] = [];
  return {
    clock: { now: () => new Date(nowMs) },
    timers: {
      wait: async (durationMs) => {
        waitsMs.push(durationMs);
        nowMs += durationMs;
        await Promise.resolve();
      },
      timeout: (durationMs) => {
        timeoutsMs.push(durationMs);
        const controller = new AbortController();
        running.push(controller);
        return controller.signal;
      },
    },
    waitsMs,
    timeoutsMs,
    advance: (durationMs) => {
      nowMs += durationMs;
    },
    expire: () => {
      for (const controller of running.splice(0)) controller.abort(new DOMException("late", "TimeoutError"));
    },
  };
}
