import sharp from "sharp";
import { expect, it } from "vitest";
import { drawPortrait } from "./draw-portrait.ts";
import type { PortraitRequest } from "./portrait-painter.ts";
import { portraitScene } from "./portrait-scene.ts";

const request: PortraitRequest = {
  prompt: "user123456789, calm, studio",
  index: 0,
  seed: 7,
  width: 224,
  height: 288,
  format: "png",
  quality: 80,
  guidance: 2.8,
  inferenceSteps: 28,
  goFast: false,
  variation: null,
  face: { identitySeed: "anna", fromMark: true, share: 0.9, triggerWord: "user123456789" },
  loraScale: 1,
  extraLora: null,
};

const same = async (a: Partial<PortraitRequest>, b: Partial<PortraitRequest>) =>
  (await drawPortrait({ ...request, ...a })).equals(await drawPortrait({ ...request, ...b }));

it("gives the same bytes for the same request", async () => {
  expect(await same({}, {})).toBe(true);
});

it.each<[string, Partial<PortraitRequest>]>([
  ["seed", { seed: 8 }],
  ["picture of the same request", { index: 1 }],
  ["guidance", { guidance: 5 }],
  ["prompt", { prompt: "user123456789, laughing, beach" }],
  ["strength of the LoRA", { loraScale: 0.3 }],
  ["number of steps", { inferenceSteps: 4 }],
  ["extra LoRA", { extraLora: { reference: "huggingface.co/a/b", scale: 1 } }],
  ["run of the fast model", { goFast: true, variation: "a" }],
])("gives other bytes for another %s", async (_, change) => {
  expect(await same({}, change)).toBe(false);
});

it("does not repeat the fast model's picture", async () => {
  expect(await same({ goFast: true, variation: "a" }, { goFast: true, variation: "b" })).toBe(false);
});

it("draws the trained person only when the prompt names the trigger word", async () => {
  const withoutTrigger = { prompt: "somebody, calm, studio" };
  expect(await same(withoutTrigger, { ...withoutTrigger, face: null })).toBe(true);
  expect(await same({}, { face: null })).toBe(false);
});

it("says in pixels and metadata when the face is not the person's", async () => {
  const face = { identitySeed: "f".repeat(64), fromMark: false, share: 0.9, triggerWord: "user123456789" };
  const { exif } = await sharp(await drawPortrait({ ...request, face })).metadata();
  expect(exif?.toString("latin1")).toContain("SIMULATED - NOT THIS PERSON");
  expect(await same({ face }, { face: { ...face, fromMark: true } })).toBe(false);
});

it.each(["png", "jpg", "webp"] as const)(
  "makes a %s of the size asked for, marked in EXIF and XMP",
  async (format) => {
    const {
      format: made,
      width,
      height,
      exif,
      xmpAsString,
    } = await sharp(await drawPortrait({ ...request, format, quality: 0 })).metadata();
    expect({ made, width, height }).toEqual({
      made: format === "jpg" ? "jpeg" : format,
      width: 224,
      height: 288,
    });
    expect(exif?.toString("latin1")).toContain("SIMULATED");
    expect(xmpAsString).toContain("digitalsourcetype/trainedAlgorithmicMedia");
  },
);

it("widens the smile with guidance, and opens it with the words of the prompt", () => {
  const smile = (change: Partial<PortraitRequest>) => portraitScene({ ...request, ...change }).smile;
  expect(smile({ guidance: 3.5 })).toBeGreaterThan(smile({ guidance: 2.8 }));
  expect(smile({ guidance: 5 })).toBeGreaterThan(smile({ guidance: 3.5 }));
  expect(smile({ prompt: "laughing" })).toBeGreaterThan(smile({ prompt: "soft smile" }));
  expect(smile({ prompt: "soft smile" })).toBeGreaterThan(smile({ prompt: "neutral expression" }));
  expect(smile({ prompt: "laughing", guidance: 10 })).toBe(1);
});
