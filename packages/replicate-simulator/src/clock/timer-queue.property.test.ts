import { array, assert, boolean, integer, property, record } from "fast-check";
import { expect, it } from "vitest";
import { TimerQueue } from "./timer-queue.ts";

const tasks = array(record({ dueAt: integer({ min: 0, max: 50 }), cancelled: boolean() }), { maxLength: 60 });

it("hands out every task that was not cancelled, by due time and then by order of adding", () => {
  assert(
    property(tasks, (added) => {
      const queue = new TimerQueue();
      const ran: number[] = [];
      const timers = added.map(({ dueAt }, index) => queue.add(dueAt, () => void ran.push(index)));
      for (const [index, { cancelled }] of added.entries()) if (cancelled) timers[index]?.cancel();
      drain(queue, 25);

      const wanted: number[] = [];
      for (let time = 0; time <= 25; time += 1) {
        for (const [index, { dueAt, cancelled }] of added.entries()) {
          if (dueAt === time && !cancelled) wanted.push(index);
        }
      }
      expect(ran).toEqual(wanted);
    }),
  );
});

function drain(queue: TimerQueue, time: number): void {
  const due = queue.takeDue(time);
  if (due === null) return;
  void due.task();
  drain(queue, time);
}
