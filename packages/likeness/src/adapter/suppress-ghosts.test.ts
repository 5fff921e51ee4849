import { expect, test } from "vitest";
import { suppressGhosts } from "./suppress-ghosts.ts";

const at = (boxScore: number, x: number, y: number, size: number) => ({
  boxScore,
  box: { x, y, width: size, height: size },
});

test("a ghost that is larger than the face it covers goes, the face stays", () => {
  const [face, ghost] = [at(0.9, 100, 100, 100), at(0.51, 60, 60, 300)];
  expect(suppressGhosts([ghost, face])).toEqual([face]);
});

test("two faces side by side both stay, the surer one first", () => {
  const [left, right] = [at(0.7, 0, 0, 100), at(0.8, 70, 0, 100)];
  expect(suppressGhosts([left, right])).toEqual([right, left]);
});

test("boxes that only touch, and none at all, are left alone", () => {
  expect(suppressGhosts([at(0.7, 0, 0, 100), at(0.6, 100, 0, 100)])).toHaveLength(2);
  expect(suppressGhosts([])).toEqual([]);
});
