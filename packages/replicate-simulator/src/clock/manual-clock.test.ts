import { expect, it } from "vitest";
import { ManualClock } from "./manual-clock.ts";

function startClock() {
  const problems: unknown[] = [];
  return { clock: new ManualClock(1000, (problem) => problems.push(problem)), problems };
}

it("stands still until it is advanced, and shows each task the time it was due", async () => {
  const { clock } = startClock();
  const seen: number[] = [];
  clock.after(50, () => void seen.push(clock.now()));
  clock.after(20, () => {
    seen.push(clock.now());
    clock.after(10, () => void seen.push(clock.now()));
  });
  expect(clock.now()).toBe(1000);
  await clock.advance(40);
  expect(seen).toEqual([1020, 1030]);
  await clock.advance(60);
  expect(seen).toEqual([1020, 1030, 1050]);
  expect(clock.now()).toBe(1100);
});

it("waits for a task before it runs the next", async () => {
  const { clock } = startClock();
  const order: string[] = [];
  clock.after(1, async () => {
    await Promise.resolve();
    order.push("first");
  });
  clock.after(2, () => void order.push("second"));
  await clock.advance(5);
  expect(order).toEqual(["first", "second"]);
});

it("reports a task that throws and runs the others", async () => {
  const { clock, problems } = startClock();
  let ran = false;
  clock.after(1, () => {
    throw new Error("broken");
  });
  clock.after(2, () => {
    ran = true;
  });
  await clock.advance(5);
  expect(problems).toEqual([new Error("broken")]);
  expect(ran).toBe(true);
});

it("never runs a cancelled sleep, nor anything once it is stopped", async () => {
  const { clock } = startClock();
  let woke = false;
  const sleep = clock.sleep(5);
  void sleep.done.then(() => {
    woke = true;
  });
  sleep.cancel();
  await clock.stop();
  clock.after(1, () => {
    woke = true;
  });
  await clock.advance(10);
  expect(woke).toBe(false);
});
