import { expect, it } from "vitest";
import { progressInWords, stepOf } from "./step-of.ts";

it("counts steps only while the work itself is done", () => {
  expect(stepOf("training", { phase: "working", step: 420, totalSteps: 1_000 })).toEqual({
    phase: "training",
    done: 420,
    total: 1_000,
  });
  expect(stepOf("generation", { phase: "storing", step: 50, totalSteps: 50 })).toEqual({
    phase: "saving",
    done: null,
    total: null,
  });
  expect(stepOf("generation", null)).toMatchObject({ phase: "saving" });
});

it("says how far it is, and no number that is not known", () => {
  expect(progressInWords("training", { phase: "working", step: 3, totalSteps: 9 })).toBe(
    "training, step 3 of 9",
  );
  expect(progressInWords("generation", { phase: "working", step: null, totalSteps: null })).toBe("drawing");
});
