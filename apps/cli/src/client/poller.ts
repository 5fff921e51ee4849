/** Reads again and again while it is resumed. */
export interface Poller {
  readonly resume: () => void;
  readonly pause: () => void;
}

/** Makes a poller, paused. A read begins `everyMs` after the one before has ended; `read` must not fail. */
export function createPoller(read: () => Promise<void>, everyMs: number): Poller {
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  const schedule = (): void => {
    timer = setTimeout(() => {
      void read().then(() => {
        if (running) schedule();
      });
    }, everyMs);
  };
  return {
    resume: () => {
      if (running) return;
      running = true;
      schedule();
    },
    pause: () => {
      running = false;
      clearTimeout(timer);
    },
  };
}
