/** A task waiting for its time; cancelling one that has run does nothing. */
export interface Timer {
  cancel(): void;
}

/** What a timer runs; a returned promise is awaited by `advance`. */
export type TimedTask = () => void | Promise<void>;

/**
 * The only source of time in the simulator: nothing else reads the date or sets a timeout for simulated work.
 *
 * @example
 * await simulator.clock.advance(60 * 60 * 1000); // an hour later: outputs are gone
 */
export interface Clock {
  /** Milliseconds since 1970, as the simulator sees them. */
  now(): number;
  /** Milliseconds since 1970 that a webhook's signature carries: the receiver's idea of now. */
  signingTime(): number;
  /** Runs `task` after `delayMs` of this clock's time. */
  after(delayMs: number, task: TimedTask): Timer;
  /** Resolves after `delayMs` of this clock's time. */
  sleep(delayMs: number): { done: Promise<void>; cancel(): void };
  /** Begins work that nobody's time depends on, such as telling a receiver; a manual clock waits for it all the same. */
  beside(work: TimedTask): Promise<void>;
  /** Moves the clock forward and resolves when everything that fell due has been done, in order. */
  advance(byMs: number): Promise<void>;
  /** Drops every waiting task and waits for the running ones. */
  stop(): Promise<void>;
}
