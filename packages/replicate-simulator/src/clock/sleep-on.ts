import type { TimedTask, Timer } from "./clock.ts";

/** Turns a clock's timer into a promise that can be given up: a cancelled sleep never resolves. */
export function sleepOn(
  after: (delayMs: number, task: TimedTask) => Timer,
  delayMs: number,
): { done: Promise<void>; cancel(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = after(delayMs, resolve);
  return { done: promise, cancel: () => timer.cancel() };
}
