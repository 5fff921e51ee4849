import fc from "fast-check";
import { expect, it } from "vitest";
import { measurePace } from "./pace.ts";

it("is not known before anything was gained", () => {
  const pace = measurePace();
  expect(pace.remainingMs({ done: 5, total: 10, nowMs: 0 })).toBeNull();
  expect(pace.remainingMs({ done: 5, total: 10, nowMs: 1_000 })).toBeNull();
});

it("is exact for work that goes at one speed, wherever the watching began", () => {
  const steps = fc.record({
    total: fc.integer({ min: 2, max: 5_000 }),
    msPerStep: fc.integer({ min: 1, max: 60_000 }),
    began: fc.double({ min: 0, max: 0.5, noNaN: true }),
    now: fc.double({ min: 0.5, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(steps, ({ total, msPerStep, began, now }) => {
      const first = Math.floor(began * (total - 1));
      const done = Math.max(first + 1, Math.floor(now * total));
      const pace = measurePace();
      pace.remainingMs({ done: first, total, nowMs: first * msPerStep });
      const remaining = pace.remainingMs({ done, total, nowMs: done * msPerStep });
      expect(remaining).toBeCloseTo((total - done) * msPerStep, 3);
    }),
  );
});

it("measures anew when the work starts over", () => {
  const pace = measurePace();
  pace.remainingMs({ done: 90, total: 100, nowMs: 0 });
  expect(pace.remainingMs({ done: 10, total: 100, nowMs: 1_000 })).toBeNull();
  expect(pace.remainingMs({ done: 20, total: 100, nowMs: 2_000 })).toBe(8_000);
});
