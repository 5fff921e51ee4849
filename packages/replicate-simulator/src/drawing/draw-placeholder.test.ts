import sharp from "sharp";
import { expect, it } from "vitest";
import { drawPlaceholder } from "./draw-placeholder.ts";
import type { PortraitRequest } from "./portrait-painter.ts";

const request: PortraitRequest = {
  prompt: "",
  index: 0,
  seed: 1,
  width: 320,
  height: 400,
  format: "webp",
  quality: 80,
  guidance: 3,
  inferenceSteps: 28,
  goFast: false,
  variation: null,
  face: null,
  loraScale: 1,
  extraLora: null,
};

it("has the size and format asked for, and says in pixels and metadata what it is", async () => {
  const picture = await drawPlaceholder(request);
  const { width, height, format, exif } = await sharp(picture).metadata();
  const { channels } = await sharp(picture).extract({ left: 0, top: 360, width: 320, height: 40 }).stats();
  expect({ width, height, format }).toEqual({ width: 320, height: 400, format: "webp" });
  expect(exif?.toString("latin1")).toContain("SIMULATED");
  expect(channels.every(({ max }) => max > 240)).toBe(true);
});

it("gives the same bytes for the same request", async () => {
  expect((await drawPlaceholder({ ...request })).equals(await drawPlaceholder({ ...request }))).toBe(true);
});
