import type { ChipFigures } from "../face-observation.ts";
import { chipSizePixels } from "./align-chip.ts";

/** The part of the chip that is face in every head: without hair, ears and background. */
const inner = { from: 30, to: 120 } as const;

/** A level at which nothing is left to tell apart. */
const whiteFrom = 250;

/**
 * How sharp and how lit a face is, from its aligned chip: luma by Rec. 601, in the inner 90 × 90 pixels.
 *
 * @example chipFigures(chip).sharpness // 150
 */
export function chipFigures(chip: Float32Array): ChipFigures {
  const luma = new Float32Array(chipSizePixels * chipSizePixels);
  for (let pixel = 0; pixel < luma.length; pixel += 1) {
    const [red, green, blue] = [chip[pixel * 3] ?? 0, chip[pixel * 3 + 1] ?? 0, chip[pixel * 3 + 2] ?? 0];
    luma[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  const levels: number[] = [];
  const edges: number[] = [];
  const halves = { left: 0, right: 0 };
  for (let row = inner.from; row < inner.to; row += 1) {
    for (let column = inner.from; column < inner.to; column += 1) {
      const at = row * chipSizePixels + column;
      const level = luma[at] ?? 0;
      levels.push(level);
      edges.push(laplacian(luma, at));
      halves[column < chipSizePixels / 2 ? "left" : "right"] += level;
    }
  }
  const spread = varianceOf(levels);
  const meanLuma = meanOf(levels);
  const half = levels.length / 2;
  return {
    // A face of one level has no detail to be sharp.
    sharpness: spread === 0 ? 0 : (1000 * varianceOf(edges)) / spread,
    meanLuma,
    clippedShare: levels.filter((level) => level >= whiteFrom).length / levels.length,
    lightAsymmetry: meanLuma === 0 ? 0 : Math.abs(halves.left - halves.right) / half / meanLuma,
  };
}

function laplacian(luma: Float32Array, at: number): number {
  const around =
    (luma[at - 1] ?? 0) +
    (luma[at + 1] ?? 0) +
    (luma[at - chipSizePixels] ?? 0) +
    (luma[at + chipSizePixels] ?? 0);
  return around - 4 * (luma[at] ?? 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
