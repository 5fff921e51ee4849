import { expect, it } from "vitest";
import { outputSize } from "./output-size.ts";

it.each([
  [{}, { width: 1024, height: 1024 }],
  [{ aspect_ratio: "3:4" }, { width: 896, height: 1152 }],
  [{ aspect_ratio: "21:9" }, { width: 1536, height: 640 }],
  [
    { aspect_ratio: "3:4", megapixels: "0.25" },
    { width: 448, height: 576 },
  ],
  [
    { aspect_ratio: "custom", width: 300, height: 257 },
    { width: 304, height: 272 },
  ],
  [{ aspect_ratio: "custom", width: 300 }, null],
])("reads %j as %j", (input, size) => {
  expect(outputSize(input)).toEqual(size);
});
