import { setTimeout as delay } from "node:timers/promises";

/** Waiting and giving up, injected so that tests decide when. */
export interface Timers {
  /** Resolves after `durationMs`. */
  readonly wait: (durationMs: number) => Promise<void>;
  /** A signal that aborts after `durationMs`. */
  readonly timeout: (durationMs: number) => AbortSignal;
}

/** The machine's own timers. */
export const systemTimers: Timers = {
  wait: async (durationMs) => {
    await delay(durationMs);
  },
  timeout: (durationMs) => AbortSignal.timeout(durationMs),
};
