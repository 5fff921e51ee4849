import { expect, it } from "vitest";
import { SystemClock } from "./system-clock.ts";

function startClock(): SystemClock {
  return new SystemClock((problem) => {
    throw problem;
  });
}

it("does what falls due when it is advanced, and signs with the true time", async () => {
  const clock = startClock();
  const before = Date.now();
  let ran = false;
  clock.after(3_600_000, async () => {
    await Promise.resolve();
    ran = true;
  });
  await clock.advance(3_600_001);
  expect(ran).toBe(true);
  expect(clock.now()).toBeGreaterThanOrEqual(before + 3_600_001);
  expect(clock.signingTime()).toBeLessThan(before + 60_000);
  await clock.stop();
});

it("runs a task by itself when its time comes", async () => {
  const clock = startClock();
  const before = Date.now();
  await clock.sleep(5).done;
  expect(Date.now()).toBeGreaterThanOrEqual(before + 4);
  await clock.stop();
});

it("waits for running tasks when it stops, and starts no more", async () => {
  const clock = startClock();
  let finished = false;
  await new Promise<void>((started) => {
    clock.after(0, async () => {
      started();
      await Promise.resolve();
      finished = true;
    });
  });
  await clock.stop();
  expect(finished).toBe(true);
});
