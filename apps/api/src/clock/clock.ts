/** The time, injected so that tests decide it. */
export interface Clock {
  readonly now: () => Date;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };
