import type { Clock, TimedTask, Timer } from "./clock.ts";
import { inertTimer } from "./inert-timer.ts";
import { sleepOn } from "./sleep-on.ts";
import { TimerQueue } from "./timer-queue.ts";

/**
 * A clock that stands still until it is advanced, so that hours of work run at once and always in the same order.
 * A task that itself advances the clock waits for ever: advance it from outside.
 */
export class ManualClock implements Clock {
  readonly #queue = new TimerQueue();
  readonly #onTaskError: (error: unknown) => void;
  #now: number;
  #stopped = false;
  #advancing: Promise<void> = Promise.resolve();

  constructor(startAt: number, onTaskError: (error: unknown) => void) {
    this.#now = startAt;
    this.#onTaskError = onTaskError;
  }

  now(): number {
    return this.#now;
  }

  signingTime(): number {
    return this.#now;
  }

  after(delayMs: number, task: TimedTask): Timer {
    if (this.#stopped) return inertTimer;
    return this.#queue.add(this.#now + Math.max(0, delayMs), task);
  }

  sleep(delayMs: number): { done: Promise<void>; cancel(): void } {
    return sleepOn((ms, task) => this.after(ms, task), delayMs);
  }

  beside(work: TimedTask): Promise<void> {
    return this.#run(work);
  }

  advance(byMs: number): Promise<void> {
    this.#advancing = this.#advancing.then(() => this.#advanceTo(this.#now + byMs));
    return this.#advancing;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#queue.clear();
    await this.#advancing;
  }

  async #advanceTo(target: number): Promise<void> {
    for (let due = this.#queue.takeDue(target); due !== null; due = this.#queue.takeDue(target)) {
      this.#now = Math.max(this.#now, due.dueAt);
      await this.#run(due.task);
      if (this.#stopped) return;
    }
    this.#now = target;
  }

  async #run(task: TimedTask): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.#onTaskError(error);
    }
  }
}
