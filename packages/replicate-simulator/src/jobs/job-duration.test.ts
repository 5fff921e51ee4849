import { expect, it } from "vitest";
import { atSpeed, predictionRunMs, trainingRunMs } from "./job-duration.ts";

it("takes 30 to 60 seconds for a prediction, longer for more steps and pictures", () => {
  const run = (steps: number, outputs: number, variation = 0) =>
    predictionRunMs({ steps, outputs, variation });
  expect(run(1, 1)).toBe(30_000);
  expect(run(50, 4, 1)).toBeLessThanOrEqual(60_000);
  expect(run(50, 1)).toBeGreaterThan(run(28, 1));
  expect(run(28, 4)).toBeGreaterThan(run(28, 1));
});

it("takes about 20 minutes for a training of 1,000 steps", () => {
  expect(trainingRunMs({ family: "flux-dev-lora-trainer", steps: 1000, variation: 0.5 })).toBeCloseTo(
    1_200_000,
  );
  expect(trainingRunMs({ family: "fast-flux-trainer", steps: 1000, variation: 0.5 })).toBeCloseTo(120_000);
});

it("is divided by the speed", () => {
  expect(atSpeed(1000, "real")).toBe(1000);
  expect(atSpeed(1000, 10)).toBe(100);
  expect(atSpeed(1000, "instant")).toBe(0);
});
