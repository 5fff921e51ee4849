import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cornersOf, farthest, quadrants, upright } from "../../test/images/quadrants.ts";
import { testImageWork } from "../../test/images/test-image-work.ts";
import { makeThumbnails } from "./make-thumbnails.ts";

describe("thumbnails", () => {
  test.each([
    [
      1_792,
      2_304,
      [
        [160, 206],
        [480, 617],
        [960, 1_234],
      ],
    ],
    [
      896,
      1_152,
      [
        [160, 206],
        [480, 617],
        [896, 1_152],
      ],
    ],
    [
      120,
      100,
      [
        [120, 100],
        [120, 100],
        [120, 100],
      ],
    ],
  ])("of %i × %i are 160, 480 and 960 wide, never enlarged, in WebP", async (width, height, expected) => {
    const made = await makeThumbnails(await quadrants(width, height).png().toBuffer(), testImageWork);

    expect(made.map((thumbnail) => thumbnail.size)).toEqual([160, 480, 960]);
    expect(made.map((thumbnail) => [thumbnail.width, thumbnail.height])).toEqual(expected);
    for (const { bytes, contentType, ...size } of made) {
      expect(contentType).toBe("image/webp");
      expect(await sharp(bytes).metadata()).toMatchObject({
        format: "webp",
        width: size.width,
        height: size.height,
      });
      expect(farthest(await cornersOf(bytes), upright)).toBeLessThanOrEqual(12);
    }
  });

  test("carry nothing of the original but its pixels", async () => {
    const original = await quadrants(600, 600)
      .withExif({ IFD0: { Copyright: "Ada" } })
      .png()
      .toBuffer();
    for (const { bytes } of await makeThumbnails(original, testImageWork)) {
      const { exif, icc, xmp } = await sharp(bytes).metadata();
      expect({ exif, icc, xmp }).toEqual({});
    }
  });

  test("cannot be made of what is no picture", async () => {
    await expect(makeThumbnails(Buffer.from("text"), testImageWork)).rejects.toThrow(
      "unsupported image format",
    );
  });
});
