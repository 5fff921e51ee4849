import fc from "fast-check";
import { it } from "vitest";
import { readLogProgress } from "./read-log-progress.ts";

const line = fc.oneof(
  fc.string(),
  fc
    .tuple(fc.nat(), fc.nat(), fc.nat())
    .map(([percent, step, total]) => `${percent}%|███   | ${step}/${total} [00:01]`),
  fc.nat().map((step) => `${step}it [00:01, 2it/s]`),
  fc.bigInt().map((seed) => `Using seed: ${seed}`),
);

it("never reports a step outside what was asked for, whatever the log says", () => {
  fc.assert(
    fc.property(fc.array(line), fc.integer({ min: 1, max: 6_000 }), (lines, steps) => {
      const { progress, seed } = readLogProgress(lines.join("\n"), steps);
      const isStepFine =
        progress === null || (progress.totalSteps === steps && progress.step >= 0 && progress.step <= steps);
      return isStepFine && (seed === null || Number.isSafeInteger(seed));
    }),
  );
});

it("reads a million characters without a pause", () => {
  fc.assert(
    fc.property(fc.constantFrom("1%|", "%|| 1/", "1%| |", "9", " "), (part) => {
      const logs = part.repeat(1_000_000 / part.length);
      readLogProgress(logs, 50);
      return true;
    }),
    { numRuns: 5, interruptAfterTimeLimit: 5_000, markInterruptAsFailure: true },
  );
});
