import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { drawFace } from "./draw-face.ts";
import { identityFromSeed } from "./identity-from-seed.ts";
import { readIdentityMark, type IdentityMarkReading } from "./read-identity-mark.ts";
import { sceneFromPrompt } from "./scene-from-prompt.ts";
import { randomFrom } from "./seeded-random.ts";

const prompts = ["white t-shirt", "black coat, street at night", "half body, mustard sweater, beach"];
const originals: { key: string; png: Buffer }[] = [];

beforeAll(async () => {
  for (const [index, prompt] of prompts.entries()) {
    const identity = identityFromSeed(`marked ${index}`);
    const key = identity.key ?? "";
    const scene = sceneFromPrompt(prompt, index);
    const svg = drawFace({
      identity,
      scene,
      widthPixels: 960,
      heightPixels: 1280,
      mark: key,
      label: "DRAWN",
    });
    originals.push({ key, png: await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer() });
  }
});

async function read(picture: Sharp): Promise<IdentityMarkReading> {
  const { data, info } = await sharp(await picture.toBuffer())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return readIdentityMark({
    data,
    width: info.width,
    height: info.height,
    channels: info.channels === 1 ? 1 : 3,
  });
}

const encodings: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  "JPEG 60": (picture) => picture.jpeg({ quality: 60 }),
  "JPEG 80": (picture) => picture.jpeg({ quality: 80 }),
  "JPEG 95": (picture) => picture.jpeg({ quality: 95 }),
  "WebP 60": (picture) => picture.webp({ quality: 60, effort: 2 }),
  "WebP 80": (picture) => picture.webp({ quality: 80, effort: 2 }),
  PNG: (picture) => picture.png({ compressionLevel: 2 }),
};

const changes: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  "brighter by a quarter": (picture) => picture.modulate({ brightness: 1.25 }),
  "darker by a third": (picture) => picture.modulate({ brightness: 0.67 }),
  "without colour": (picture) => picture.greyscale(),
  "slightly blurred": (picture) => picture.blur(1),
  "cropped by 3 pixels at the left": (picture) =>
    picture.extract({ left: 3, top: 0, width: 957, height: 1280 }),
  "cropped by 5 pixels at the right": (picture) =>
    picture.extract({ left: 0, top: 0, width: 955, height: 1280 }),
  "cropped by 4 pixels all round": (picture) =>
    picture.extract({ left: 4, top: 4, width: 952, height: 1272 }),
  "cropped by 12 pixels at the left and 7 below": (picture) =>
    picture.extract({ left: 12, top: 0, width: 948, height: 1273 }),
  "cropped by half at the top": (picture) => picture.extract({ left: 0, top: 640, width: 960, height: 640 }),
};

describe("readIdentityMark", () => {
  const edges = [512, 1024, 2048];
  test.each(Object.keys(encodings).flatMap((encoding) => edges.map((edge) => [encoding, edge] as const)))(
    "finds the key after %s at an edge of %i pixels",
    async (encoding, edge) => {
      // The small pictures are the hard ones; of the large ones two are enough.
      for (const { key, png } of edge > 1024 ? originals.slice(0, 2) : originals) {
        const resized = sharp(png).resize(edge, edge, { fit: "inside" });
        expect(await read(encodings[encoding]?.(resized) ?? resized)).toEqual({
          found: true,
          identityKey: key,
        });
      }
    },
  );

  test.each(Object.keys(changes))("finds the key in a picture %s", async (change) => {
    for (const { key, png } of originals) {
      const changed = changes[change]?.(sharp(png)) ?? sharp(png);
      expect(await read(changed.jpeg({ quality: 80 }))).toEqual({ found: true, identityKey: key });
    }
  });

  test("finds the key after two encodings with a resize between them", async () => {
    for (const { key, png } of originals) {
      const once = await sharp(png).jpeg({ quality: 75 }).toBuffer();
      const twice = await sharp(once).resize(768, 768, { fit: "inside" }).webp({ quality: 70 }).toBuffer();
      expect(await read(sharp(twice).jpeg({ quality: 60 }))).toEqual({ found: true, identityKey: key });
    }
  });

  test("finds nothing in drawings without a mark", async () => {
    for (let index = 0; index < 4; index += 1) {
      const scene = sceneFromPrompt(prompts[index % prompts.length] ?? "", index);
      const svg = drawFace({
        identity: identityFromSeed(`plain ${index}`),
        scene,
        widthPixels: 480,
        heightPixels: 640,
      });
      expect(await read(sharp(Buffer.from(svg)).png())).toEqual({ found: false });
    }
  });

  test("finds nothing in noise, in flat pictures and in pictures that are too small", () => {
    const random = randomFrom("noise");
    for (let round = 0; round < 40; round += 1) {
      const coarse = 1 + (round % 9);
      const [width, height] = [600, 60];
      const levels = Array.from({ length: 600 * 60 }, () => Math.floor(random() * 256));
      const data = Uint8Array.from({ length: width * height }, (_, index) => {
        const [x, y] = [Math.floor((index % width) / coarse), Math.floor(index / width / coarse)];
        return levels[y * 600 + x] ?? 0;
      });
      expect(readIdentityMark({ data, width, height, channels: 1 })).toEqual({ found: false });
    }
    expect(
      readIdentityMark({
        data: new Uint8Array(300 * 400 * 3).fill(128),
        width: 300,
        height: 400,
        channels: 3,
      }),
    ).toEqual({ found: false });
    expect(
      readIdentityMark({ data: new Uint8Array(16 * 16 * 3), width: 16, height: 16, channels: 3 }),
    ).toEqual({ found: false });
    expect(readIdentityMark({ data: new Uint8Array(12), width: 900, height: 900, channels: 3 })).toEqual({
      found: false,
    });
  });

  const folder = process.env["LIKENESS_FACES_DIR"];
  test("finds nothing in real photographs of several sizes", async (context) => {
    if (folder === undefined)
      return context.skip("LIKENESS_FACES_DIR is not set: there are no photographs to read.");
    const photographs = (await readdir(folder)).filter((name) => /\.(?:jpe?g|png|webp)$/i.test(name));
    expect(photographs.length).toBeGreaterThan(0);
    for (const name of photographs) {
      for (const edge of [512, 800, 1280]) {
        const picture = sharp(join(folder, name)).rotate().resize(edge, edge, { fit: "inside" });
        expect(await read(picture.png({ compressionLevel: 1 }))).toEqual({ found: false });
        expect(await read(picture.clone().jpeg({ quality: 60 }))).toEqual({ found: false });
      }
    }
  });
});
