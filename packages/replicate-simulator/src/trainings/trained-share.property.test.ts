import { assert, double, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { trainedShare } from "./trained-share.ts";

const pictures = integer({ min: 1, max: 100 });
const variety = double({ min: 0, max: 1, noNaN: true });
const steps = integer({ min: 3, max: 6000 });

it("stays between a first impression and almost the person", () => {
  assert(
    property(pictures, variety, steps, (p, v, s) => {
      const share = trainedShare({ pictures: p, variety: v, steps: s });
      expect(share).toBeGreaterThanOrEqual(0.55);
      expect(share).toBeLessThanOrEqual(0.97);
    }),
  );
});

it("never falls with one more picture, more variety or more steps", () => {
  assert(
    property(pictures, variety, steps, (p, v, s) => {
      const share = trainedShare({ pictures: p, variety: v, steps: s });
      expect(trainedShare({ pictures: p + 1, variety: v, steps: s })).toBeGreaterThanOrEqual(share);
      expect(trainedShare({ pictures: p, variety: v + 0.1, steps: s })).toBeGreaterThanOrEqual(share);
      expect(trainedShare({ pictures: p, variety: v, steps: s + 100 })).toBeGreaterThanOrEqual(share);
    }),
  );
});

it("counts copies of one picture as one", () => {
  expect(trainedShare({ pictures: 20, variety: 0, steps: 1000 })).toBe(
    trainedShare({ pictures: 1, variety: 0.5, steps: 1000 }),
  );
});

it("comes close with an advised set, and not with too small a one", () => {
  expect(trainedShare({ pictures: 12, variety: 0.4, steps: 1000 })).toBeCloseTo(0.919, 2);
  expect(trainedShare({ pictures: 5, variety: 0.4, steps: 1000 })).toBeCloseTo(0.82, 2);
  expect(trainedShare({ pictures: 5, variety: 0.4, steps: 100 })).toBeLessThan(0.65);
});
