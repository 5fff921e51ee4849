import { assert, array, integer, property, record, boolean } from "fast-check";
import { it } from "vitest";
import { TimerQueue } from "./timer-queue.ts";

it("hands out every task that was not cancelled, by due time and then by order of adding", () => {
  const added = array(record({ dueAt: integer({ min: 0, max: 50 }), cancelled: boolean() }), {
    maxLength: 60,
  });
  assert(
    property(added, (tasks) => {
      const queue = new TimerQueue();
      const ran: number[] = [];
      const timers = tasks.map(({ dueAt }, index) => queue.add(dueAt, () => void ran.push(index)));
      for (const [index, { cancelled }] of tasks.entries()) if (cancelled) timers[index]?.cancel();
      for (let due = queue.takeDue(25); due !== null; due = queue.takeDue(25)) void due.task();
      const wanted = tasks
        .map(({ dueAt, cancelled }, index) => ({ dueAt, cancelled, index }))
        .filter(({ dueAt, cancelled }) => !cancelled && dueAt <= 25)
        .toSorted((a, b) => a.dueAt - b.dueAt || a.index - b.index)
        .map(({ index }) => index);
      return JSON.stringify(ran) === JSON.stringify(wanted);
    }),
  );
});
