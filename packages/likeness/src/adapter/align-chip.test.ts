import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RgbPicture } from "../face-analyzer.ts";
import type { LandmarkPoint } from "../face-observation.ts";
import { alignChip, chipSizePixels } from "./align-chip.ts";
import { chipFigures } from "./chip-figures.ts";

/** Where dlib puts the five points in a chip of 150 pixels with a border of a quarter. */
const chipPoints: readonly (readonly [mesh: number, x: number, y: number])[] = [
  [263, 110.957, 46.35],
  [362, 89.606, 47.897],
  [33, 37.058, 46.373],
  [133, 58.409, 47.906],
  [2, 74.011, 87.78],
];

/** A mesh whose five points are those of the chip, turned, scaled and moved; the rest is nowhere. */
function meshAt(scale: number, degrees: number, x: number, y: number): LandmarkPoint[] {
  const mesh: LandmarkPoint[] = Array.from({ length: 468 }, () => [0, 0, 0]);
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (const [index, u, v] of chipPoints) {
    mesh[index] = [scale * (cosine * u - sine * v) + x, scale * (sine * u + cosine * v) + y, 0];
  }
  return mesh;
}

/** A picture whose red is the column and whose green is the row, up to 255. */
function ramp(widthPixels: number, heightPixels: number): RgbPicture {
  const data = new Uint8Array(widthPixels * heightPixels * 3);
  for (let pixel = 0; pixel < widthPixels * heightPixels; pixel += 1) {
    data[pixel * 3] = Math.min(255, pixel % widthPixels);
    data[pixel * 3 + 1] = Math.min(255, Math.floor(pixel / widthPixels));
  }
  return { data, widthPixels, heightPixels };
}

const pixelAt = (chip: Float32Array | null, column: number, row: number) =>
  Array.from(
    chip?.subarray((row * chipSizePixels + column) * 3, (row * chipSizePixels + column) * 3 + 2) ?? [],
  );

describe("alignChip", () => {
  test("brings a face of any size, place and turn to where dlib expects it", () => {
    const scale = fc.double({ min: 0.5, max: 1.2, noNaN: true });
    const degrees = fc.double({ min: -40, max: 40, noNaN: true });
    const within = fc.integer({ min: 30, max: 120 });
    fc.assert(
      fc.property(scale, degrees, within, within, (size, turn, column, row) => {
        const chip = alignChip(ramp(256, 256), meshAt(size, turn, 100, 20));
        const [cosine, sine] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
        const x = size * (cosine * column - sine * row) + 100;
        const y = size * (sine * column + cosine * row) + 20;
        const inside = x > 1 && y > 1 && x < 254 && y < 254;
        const [red = -1, green = -1] = pixelAt(chip, column, row);
        return !inside || (Math.abs(red - x) < 0.6 && Math.abs(green - y) < 0.6);
      }),
      { numRuns: 60 },
    );
  });

  test("averages the pixels under it, so that fine detail of a large face does not become noise", () => {
    const checked = { ...ramp(640, 640) };
    for (let index = 0; index < checked.data.length; index += 1) {
      checked.data[index] = (Math.floor(index / 3) + Math.floor(index / 1920)) % 2 === 0 ? 0 : 255;
    }
    const chip = alignChip(checked, meshAt(4, 0, 0, 0));
    expect(Math.max(...pixelAt(chip, 75, 75))).toBeLessThan(160);
    expect(Math.min(...pixelAt(chip, 75, 75))).toBeGreaterThan(95);
  });

  test("is black where the picture ends", () => {
    expect(pixelAt(alignChip(ramp(256, 256), meshAt(1, 0, 200, 0)), 140, 20)).toEqual([0, 0]);
  });

  test("makes nothing of a mesh without the points, or with all of them in one place", () => {
    expect(alignChip(ramp(16, 16), [])).toBeNull();
    expect(alignChip(ramp(16, 16), meshAt(0, 0, 5, 5))).toBeNull();
  });
});

describe("chipFigures", () => {
  const chipOf = (level: (column: number, row: number) => number) =>
    Float32Array.from({ length: chipSizePixels * chipSizePixels * 3 }, (_, index) => {
      const pixel = Math.floor(index / 3);
      return level(pixel % chipSizePixels, Math.floor(pixel / chipSizePixels));
    });

  test("measures light, its two sides and what is burnt out", () => {
    const figures = chipFigures(chipOf((column) => (column < 75 ? 50 : 255)));
    expect(figures.meanLuma).toBeCloseTo(152.5, 3);
    expect(figures.lightAsymmetry).toBeCloseTo(205 / 152.5, 3);
    expect(figures.clippedShare).toBe(0.5);
    expect(chipFigures(chipOf(() => 0))).toEqual({
      sharpness: 0,
      meanLuma: 0,
      clippedShare: 0,
      lightAsymmetry: 0,
    });
  });

  test("calls fine detail sharper than coarse, whatever the contrast", () => {
    const wave = (period: number, contrast: number) =>
      chipFigures(chipOf((column) => 128 + contrast * Math.sin((2 * Math.PI * column) / period))).sharpness;
    expect(wave(5, 60)).toBeGreaterThan(10 * wave(20, 60));
    expect(wave(5, 20)).toBeCloseTo(wave(5, 60), 1);
  });
});
