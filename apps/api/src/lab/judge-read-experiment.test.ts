import { describe, expect, test } from "vitest";
import { smallDesign } from "../../test/small-design.ts";
import type { CellState } from "./cell-state.ts";
import { blocksOf, type ExperimentDesign } from "./experiment-design.ts";
import type { CellRow, ExperimentRow } from "./experiment.store.ts";
import { figuresOf } from "./figures-of.ts";
import { judgeReadExperiment } from "./judge-read-experiment.ts";
import type { PortraitScore } from "./portrait-score.ts";
import type { ReadCell, ReadExperiment } from "./read-experiment.ts";

const design: ExperimentDesign = smallDesign("at sea", {
  seeds: Array.from({ length: 8 }, (_, seed) => seed + 1),
});

const scored = (likeness: number, naturalness: number, smile = 0.3): PortraitScore => ({
  measured: true,
  likeness,
  naturalness,
  smile,
  modelVersion: "networks-1",
  calibration: "drawings-1",
});

interface Made {
  readonly score?: PortraitScore | null;
  readonly standing?: CellState;
  readonly seconds?: number;
}

/** Rows as the store gives them, as far as the verdict reads them. */
const experimentOf = (make: (block: number, arm: number) => Made): ReadExperiment => ({
  // Safe: the verdict reads the design and the seed alone.
  experiment: { design, ballotSeed: 7 } as ExperimentRow,
  cells: blocksOf(design).flatMap(({ block }) =>
    [0, 1].map((arm): ReadCell => {
      const { score = null, standing = { state: "made" }, seconds = 4 } = make(block, arm);
      const generation = { predictSeconds: seconds, simulated: true } as CellRow["generation"];
      const portrait = standing.state === "made" ? ({ id: "x" } as CellRow["portrait"]) : null;
      return { block, arm, attempt: 1, generation, portrait, standing, score };
    }),
  ),
  votes: [],
  credits: { spent: 0, held: 0 },
});

const level = (block: number): number => 0.5 + ((block * 37) % 100) / 1_000;

describe("what an experiment says", () => {
  test("is one sentence that names the arm and why, with plots whose tables have the same figures", () => {
    const verdict = judgeReadExperiment(
      experimentOf((block, arm) => ({
        score: scored(level(block), level(block) + (arm === 1 ? 0.2 + block / 500 : 0)),
        seconds: arm === 1 ? 6 : 4,
      })),
    );
    expect(verdict.sentence).toBe("Natural is more natural than previous, and looks just as much like you.");
    expect(verdict.basis).toBe("Measured on 16 pairs with the same brief and seed; nobody has voted.");
    expect(verdict.told).toBe(0);
    expect(verdict.winner).toEqual({ arm: 1, name: "natural" });
    const [comparison] = verdict.comparisons;
    expect(comparison?.speedSentence).toBe(
      "Previous is as fast as natural, within a tenth: 4.0 s against 6.0 s in the middle, on 16 pairs.",
    );
    const plot = comparison?.plots.find(({ id }) => id.startsWith("naturalness"));
    expect(plot?.marks.filter(({ kind }) => kind === "ring")).toHaveLength(16);
    expect(plot?.table.rows).toHaveLength(16);
    expect(plot?.table.rows[0]).toEqual(["at sea, seed 1", "0.50", "0.70", "−0.20"]);
    expect(plot?.alt).toBe(
      "Naturalness of previous less that of natural on 16 pairs: −0.22 in the middle, a clear difference.",
    );
    expect(verdict.plots.map(({ id }) => id)).toEqual([
      "likeness-by-arm",
      "naturalness-by-arm",
      "smile-by-arm",
      "seconds-by-arm",
    ]);
  });

  test("calls a certain difference small where it is", () => {
    const verdict = judgeReadExperiment(
      experimentOf((block, arm) => ({
        score: scored(level(block), level(block) + (arm === 1 ? 0.01 + block / 5_000 : 0)),
      })),
    );
    expect(verdict.sentence).toBe(
      "Natural is a little more natural than previous, and looks just as much like you.",
    );
  });

  test("says which smiles less where nothing else differs, and names no winner for it", () => {
    const verdict = judgeReadExperiment(
      experimentOf((block, arm) => ({
        score: scored(level(block), level(block), arm === 1 ? 0.3 : 0.5 + block / 500),
      })),
    );
    expect(verdict.sentence).toBe(
      "Natural smiles less than previous; in likeness and naturalness there is no clear difference.",
    );
    expect(verdict.winner).toBeNull();
  });

  test("stays inside the sheet of every plot, and repeats itself", () => {
    const read = experimentOf((block, arm) => ({ score: scored(arm, block / 16, arm === 0 ? 1 : 0) }));
    const { comparisons, plots } = judgeReadExperiment(read);
    for (const { marks, width, height } of [...plots, ...comparisons.flatMap((one) => one.plots)]) {
      const outside = marks.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height);
      expect(outside).toEqual([]);
    }
    expect(judgeReadExperiment(read)).toEqual(judgeReadExperiment(read));
  });

  test("claims nothing where nothing was measured", () => {
    const verdict = judgeReadExperiment(experimentOf(() => ({ score: null })));
    expect(verdict.sentence).toBe(
      "Nothing is known yet of previous and natural: no pair was measured and nobody has voted.",
    );
    expect(verdict.basis).toBe("Nothing was measured; nobody has voted.");
    expect(verdict.winner).toBeNull();
  });
});

test.each<[string, string, Made]>([
  ["a face that is not there", "worst", { score: { measured: false, reason: "no-face" } }],
  ["a face cut off", "worst", { score: { measured: false, reason: "cut-off" } }],
  ["networks that did not run", "unscored", { score: { measured: false, reason: "unavailable" } }],
  [
    "a drawing of a photographed person",
    "unscored",
    { score: { measured: false, reason: "not-comparable" } },
  ],
  ["a portrait that was not measured yet", "unscored", { score: null }],
  ["a picture held back", "worst", { standing: { state: "missing", reason: "content-withheld" } }],
  ["a provider that broke down", "unscored", { standing: { state: "missing", reason: "out-of-memory" } }],
  ["a portrait deleted by its person", "unscored", { standing: { state: "missing", reason: "deleted" } }],
])("%s counts as %s", (_what, kind, made) => {
  expect(figuresOf(experimentOf(() => made)).cells[0]?.outcome).toEqual({ kind });
});

test("what is under way is no part of the figures", () => {
  expect(figuresOf(experimentOf(() => ({ standing: { state: "under-way" } }))).cells).toEqual([]);
});
