import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { remainingTime, withStep, type StepSeen } from "./remaining-time.ts";

describe("the remaining time", () => {
  it("is not known before enough was measured", () => {
    expect(remainingTime([], 1_000)).toBeNull();
    expect(remainingTime([{ step: 400, atMs: 0 }], 1_000)).toBeNull();
    expect(remainingTime([at(0, 0), at(500, 4_999)], 1_000)).toBeNull();
    expect(remainingTime([at(0, 0), at(5, 60_000)], 1_000)).toBeNull();
  });

  it("follows from a steady speed", () => {
    const seen = [at(0, 0), at(100, 10_000), at(200, 20_000)];
    expect(remainingTime(seen, 1_000)).toEqual({ fromSeconds: 80, toSeconds: 80 });
  });

  it("is a range from the fastest to the slowest speed that was seen", () => {
    const seen = [at(0, 0), at(100, 10_000), at(120, 20_000)];
    expect(remainingTime(seen, 320)).toEqual({ fromSeconds: 20, toSeconds: 100 });
  });

  it("is a range the right way round, and never negative, whatever was measured", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ steps: fc.nat(200), ms: fc.nat(60_000) }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 3_000 }),
        (moves, totalSteps) => {
          let step = 0;
          let atMs = 0;
          let seen: readonly StepSeen[] = [];
          for (const { steps, ms } of moves) {
            step += steps;
            atMs += ms;
            seen = withStep(seen, at(step, atMs));
          }
          const remaining = remainingTime(seen, totalSteps);
          if (remaining === null) return;
          expect(remaining.fromSeconds).toBeGreaterThanOrEqual(0);
          expect(remaining.toSeconds).toBeGreaterThanOrEqual(remaining.fromSeconds);
          expect(Number.isFinite(remaining.toSeconds)).toBe(true);
        },
      ),
    );
  });
});

describe("the steps that were seen", () => {
  it("hold a repeated step once", () => {
    const seen = [at(10, 0)];
    expect(withStep(seen, at(10, 5_000))).toBe(seen);
  });

  it("begin anew when the work began anew", () => {
    expect(withStep([at(10, 0), at(20, 1_000)], at(0, 2_000))).toEqual([at(0, 2_000)]);
  });

  it("are the latest dozen", () => {
    let seen: readonly StepSeen[] = [];
    for (let step = 0; step < 40; step += 1) seen = withStep(seen, at(step, step * 1_000));
    expect(seen.map(({ step }) => step)).toEqual(Array.from({ length: 12 }, (_, index) => 28 + index));
  });
});

function at(step: number, atMs: number): StepSeen {
  return { step, atMs };
}
