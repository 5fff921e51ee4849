import type { Simulator } from "@selfsame/replicate-simulator";
import type { Clock } from "../../src/clock/clock.ts";
import type { Timers } from "../../src/replicate/timers.ts";

/** One time for the studio and the provider. It stands still until it is passed; waiting passes it. */
export interface SharedTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Lets time pass: the provider works, webhooks arrive, timeouts expire. Within itself it does nothing. */
  readonly pass: (durationMs: number) => Promise<void>;
  /** Whether time is passing at this very moment; what a webhook sets off then happens at once. */
  readonly isPassing: () => boolean;
}

interface Timeout {
  readonly at: number;
  readonly controller: AbortController;
}

/** Puts the studio on the simulator's own clock. */
export function shareTime({ clock }: Simulator): SharedTime {
  const timeouts = new Set<Timeout>();
  let passing = false;

  const passTo = async (until: number): Promise<void> => {
    for (;;) {
      const due = [...timeouts].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
      await clock.advance(Math.max(0, (due?.at ?? until) - clock.now()));
      if (due === undefined) return;
      timeouts.delete(due);
      due.controller.abort(new DOMException("No answer in time", "TimeoutError"));
    }
  };
  const pass = async (durationMs: number): Promise<void> => {
    if (passing) return;
    passing = true;
    try {
      await passTo(clock.now() + durationMs);
    } finally {
      passing = false;
    }
  };
  return {
    clock: { now: () => new Date(clock.now()) },
    timers: {
      wait: pass,
      timeout: (durationMs) => {
        const controller = new AbortController();
        timeouts.add({ at: clock.now() + durationMs, controller });
        return controller.signal;
      },
    },
    pass,
    isPassing: () => passing,
  };
}
