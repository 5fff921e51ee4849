import type { TimedTask, Timer } from "./clock.ts";

interface Entry {
  dueAt: number;
  order: number;
  task: TimedTask;
  cancelled: boolean;
}

/** A binary heap of tasks by due time; tasks due at the same time keep the order in which they were added. */
export class TimerQueue {
  readonly #heap: Entry[] = [];
  #added = 0;

  /** Adds a task due at `dueAt` (milliseconds since 1970). */
  add(dueAt: number, task: TimedTask): Timer {
    const entry: Entry = { dueAt, order: this.#added++, task, cancelled: false };
    this.#heap.push(entry);
    this.#rise(this.#heap.length - 1);
    return {
      cancel: () => {
        entry.cancelled = true;
      },
    };
  }

  /** When the next task is due, or null when none waits. */
  nextDueAt(): number | null {
    this.#dropCancelled();
    return this.#heap[0]?.dueAt ?? null;
  }

  /** Removes and returns the next task due at or before `time`, with its due time; null when there is none. */
  takeDue(time: number): { dueAt: number; task: TimedTask } | null {
    this.#dropCancelled();
    const first = this.#heap[0];
    if (first === undefined || first.dueAt > time) return null;
    this.#removeFirst();
    return first;
  }

  clear(): void {
    this.#heap.length = 0;
  }

  #dropCancelled(): void {
    while (this.#heap[0]?.cancelled === true) this.#removeFirst();
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #isBefore(left: number, right: number): boolean {
    const a = this.#heap[left];
    const b = this.#heap[right];
    if (a === undefined || b === undefined) return false;
    return a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.order < b.order);
  }

  #swap(left: number, right: number): void {
    const a = this.#heap[left];
    const b = this.#heap[right];
    if (a === undefined || b === undefined) return;
    this.#heap[left] = b;
    this.#heap[right] = a;
  }

  #rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #sink(from: number): void {
    let index = from;
    for (;;) {
      let smallest = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (this.#isBefore(child, smallest)) smallest = child;
      }
      if (smallest === index) return;
      this.#swap(index, smallest);
      index = smallest;
    }
  }
}
