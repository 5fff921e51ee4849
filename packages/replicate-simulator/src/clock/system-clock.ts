import type { Clock, TimedTask, Timer } from "./clock.ts";
import { inertTimer } from "./inert-timer.ts";
import { sleepOn } from "./sleep-on.ts";
import { TimerQueue } from "./timer-queue.ts";

// Longer timeouts overflow Node's 32-bit timer; the clock wakes up and arms itself again.
const longestTimeoutMs = 2 ** 31 - 1;

/**
 * The computer's clock plus an offset that `advance` enlarges. Webhook signatures carry the true time, so that a
 * receiver that checks their age accepts them even after the clock was moved.
 */
export class SystemClock implements Clock {
  readonly #queue = new TimerQueue();
  readonly #running = new Set<Promise<void>>();
  readonly #onTaskError: (error: unknown) => void;
  #offsetMs = 0;
  #timeout: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(onTaskError: (error: unknown) => void) {
    this.#onTaskError = onTaskError;
  }

  now(): number {
    return Date.now() + this.#offsetMs;
  }

  signingTime(): number {
    return Date.now();
  }

  after(delayMs: number, task: TimedTask): Timer {
    if (this.#stopped) return inertTimer;
    const timer = this.#queue.add(this.now() + Math.max(0, delayMs), task);
    this.#arm();
    return timer;
  }

  sleep(delayMs: number): { done: Promise<void>; cancel(): void } {
    return sleepOn((ms, task) => this.after(ms, task), delayMs);
  }

  beside(work: TimedTask): Promise<void> {
    void this.#run(work);
    return Promise.resolve();
  }

  async advance(byMs: number): Promise<void> {
    this.#offsetMs += byMs;
    for (let due = this.#queue.takeDue(this.now()); due !== null; due = this.#queue.takeDue(this.now())) {
      await this.#run(due.task);
    }
    this.#arm();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#queue.clear();
    if (this.#timeout !== null) clearTimeout(this.#timeout);
    this.#timeout = null;
    await Promise.all(this.#running);
  }

  #arm(): void {
    if (this.#timeout !== null) clearTimeout(this.#timeout);
    const dueAt = this.#queue.nextDueAt();
    if (dueAt === null) {
      this.#timeout = null;
      return;
    }
    const waitMs = Math.min(longestTimeoutMs, Math.max(0, dueAt - this.now()));
    this.#timeout = setTimeout(() => this.#runDue(), waitMs);
  }

  #runDue(): void {
    for (let due = this.#queue.takeDue(this.now()); due !== null; due = this.#queue.takeDue(this.now())) {
      void this.#run(due.task);
    }
    this.#arm();
  }

  async #run(task: TimedTask): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#running.add(promise);
    try {
      await task();
    } catch (error) {
      this.#onTaskError(error);
    } finally {
      this.#running.delete(promise);
      resolve();
    }
  }
}
