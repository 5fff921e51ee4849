import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { testImageWork } from "../../test/images/test-image-work.ts";
import { acceptSelfie } from "./accept-selfie.ts";
import { makeThumbnails } from "./make-thumbnails.ts";
import { selfieLimits } from "./selfie-limits.ts";

interface Photograph {
  readonly name: string;
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const folder = process.env.LIKENESS_FACES_DIR ?? "";
const names = folder === "" ? [] : (await readdir(folder)).filter((name) => /\.(jpg|png)$/.test(name));
const photographs = await Promise.all(
  names.map(async (name): Promise<Photograph> => {
    const bytes = await readFile(join(folder, name));
    const { width, height } = await sharp(bytes).metadata();
    return { name, bytes, width, height };
  }),
);

const isLargeEnough = ({ width, height }: Photograph) =>
  Math.min(width, height) >= selfieLimits.minimumEdgePixels;
const large = photographs.filter(isLargeEnough);
const small = photographs.filter((photograph) => !isLargeEnough(photograph));

/** A picture's pixels at 32 × 32, to compare what two pictures show. */
const glance = (picture: Uint8Array, turn = 0) =>
  sharp(picture)
    .rotate(turn)
    .resize(32, 32, { fit: "fill" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer();

function meanDistance(one: Buffer, other: Buffer): number {
  expect(one.length).toBe(other.length);
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
}

/** The photograph as a camera held sideways in a named place would have stored it. */
const heldSideways = ({ bytes }: Photograph) =>
  sharp(bytes)
    .rotate(270)
    .jpeg({ quality: 97 })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 24/1" } })
    .toBuffer();

async function keptOf(upload: Uint8Array) {
  const selfie = await acceptSelfie(upload, selfieLimits, testImageWork);
  if (!selfie.ok) throw new Error(`refused: ${selfie.error.code}`);
  return selfie.value;
}

async function metadataOf(picture: Uint8Array) {
  const { exif, xmp, icc, iptc, orientation } = await sharp(picture).metadata();
  return { exif, xmp, icc, iptc, orientation };
}

const reason = folder === "" ? " (not tried: LIKENESS_FACES_DIR names no folder)" : "";

describe.skipIf(folder === "")(`photographs of people${reason}`, () => {
  test("are there to be tried", () => {
    expect(large.length).toBeGreaterThan(0);
  });

  test.each(large)("$name goes through as it is, and loses what the camera wrote", async (photograph) => {
    const { bytes } = await keptOf(photograph.bytes);

    expect(meanDistance(await glance(bytes), await glance(photograph.bytes))).toBeLessThan(3);
    expect(await metadataOf(bytes)).toEqual({});
  });

  test.each(large)(
    "$name, taken sideways, comes out upright, stripped, and small too",
    async (photograph) => {
      const selfie = await keptOf(await heldSideways(photograph));
      const seen = await glance(photograph.bytes);

      expect(selfie.width / selfie.height).toBeCloseTo(photograph.width / photograph.height, 2);
      expect(meanDistance(await glance(selfie.bytes), seen)).toBeLessThan(3);
      expect(meanDistance(await glance(selfie.bytes, 180), seen)).toBeGreaterThan(20);
      expect(await metadataOf(selfie.bytes)).toEqual({});

      const thumbnails = await makeThumbnails(selfie.bytes, testImageWork);
      expect(thumbnails.map(({ width }) => width)).toEqual(
        [160, 480, 960].map((size) => Math.min(size, selfie.width)),
      );
      for (const { bytes } of thumbnails) expect(meanDistance(await glance(bytes), seen)).toBeLessThan(6);
    },
  );

  test.each(small)("$name is refused: too small for a selfie", async ({ bytes, width, height }) => {
    const details = { width, height, minimumEdgePixels: selfieLimits.minimumEdgePixels };
    expect(await acceptSelfie(bytes, selfieLimits, testImageWork)).toEqual({
      ok: false,
      error: { code: "selfie_too_small", details },
    });
  });
});
