import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { quadrants } from "../../test/images/quadrants.ts";
import { testImageWork } from "../../test/images/test-image-work.ts";
import { acceptSelfie } from "./accept-selfie.ts";
import type { SelfieLimits } from "./selfie-limits.ts";

/** Small, so that many pictures are tried in little time. */
const limits: SelfieLimits = {
  maximumBytes: 20_000,
  minimumEdgePixels: 32,
  maximumEdgePixels: 400,
  maximumPixels: 60_000,
};

const starts = [
  "ffd8ffe0",
  "ffd8ffe1",
  "89504e470d0a1a0a0000000d49484452",
  "52494646ffffff7f57454250565038",
  "474946383961",
  "00000018667479706865696300000000",
  "000000186674797061766966",
  "504b0304",
].map((hex) => Buffer.from(hex, "hex"));

function expectedOf(width: number, height: number) {
  const tooMany = width * height > limits.maximumPixels || Math.max(width, height) > limits.maximumEdgePixels;
  if (tooMany) return { ok: false, error: { code: "selfie_too_many_pixels" } };
  const tooSmall = Math.min(width, height) < limits.minimumEdgePixels;
  return tooSmall
    ? { ok: false, error: { code: "selfie_too_small" } }
    : { ok: true, value: { width, height } };
}

describe("any file at all", () => {
  test("is judged without a throw, and refused unless it is a picture", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(Buffer.alloc(0), ...starts),
        fc.uint8Array({ maxLength: 400 }),
        async (start, rest) => {
          const result = await acceptSelfie(Buffer.concat([start, rest]), limits, testImageWork);
          expect(result).toMatchObject({
            ok: false,
            error: { code: expect.stringMatching(/^selfie_/) as string },
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  test("damaged anywhere is either refused, or kept as a whole picture within the limits", async () => {
    const pictures = await Promise.all([
      quadrants(64, 48).jpeg().toBuffer(),
      quadrants(64, 48).png().toBuffer(),
      quadrants(64, 48).webp().toBuffer(),
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pictures),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)), {
          maxLength: 4,
        }),
        async (picture, damages) => {
          const damaged = Buffer.from(picture);
          for (const [where, value] of damages) damaged[Math.floor(where * damaged.length)] = value;
          const result = await acceptSelfie(damaged, limits, testImageWork);
          if (!result.ok) return;

          const decoded = await sharp(result.value.bytes).raw().toBuffer({ resolveWithObject: true });
          const { width, height } = result.value;
          expect(decoded.info).toMatchObject({ width, height, channels: 3 });
          expect(width * height).toBeLessThanOrEqual(limits.maximumPixels);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("is kept upright, within the limits and with its shape, whatever its size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        async (width, height) => {
          const upload = await quadrants(width, height).jpeg().toBuffer();
          const result = await acceptSelfie(upload, limits, testImageWork);
          expect(result).toMatchObject(expectedOf(width, height));
        },
      ),
      { numRuns: 60 },
    );
  });
});
