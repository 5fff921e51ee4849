import { expect, test } from "vitest";
import { describeFigure } from "./describe-figure.ts";
import { spreadOf } from "./spread-of.ts";

test("the median of an even number of samples lies between the middle two, whatever their order", () => {
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
  expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7 });
  expect(() => spreadOf([])).toThrow("no samples");
});

test("a figure is told with its spread, its rounds and what is to be reached, a peer without the last", () => {
  const lines = describeFigure([
    { what: "ours", samples: [1_234, 1_111, 1_300], unit: "a second", toReach: "≥ 1,000" },
    { what: "a bare one", samples: [0.123_456], unit: "ms", toReach: null },
  ]);
  expect(lines).toEqual([
    "what        median          least … most   rounds  to reach",
    "ours        1,230 a second  1,110 … 1,300  3       ≥ 1,000",
    "a bare one  0.123 ms        0.123 … 0.123  1       –",
  ]);
});
