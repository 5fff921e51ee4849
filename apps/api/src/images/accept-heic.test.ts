import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  blue,
  cornersOf,
  farthest,
  green,
  grey,
  quadrants,
  red,
  upright,
} from "../../test/images/quadrants.ts";
import { testImageWork } from "../../test/images/test-image-work.ts";
import { withClaimedSize } from "../../test/images/with-claimed-size.ts";
import { acceptSelfie } from "./accept-selfie.ts";
import { decodeHeic } from "./decode-heic.ts";
import { selfieLimits } from "./selfie-limits.ts";

const sample = (name: string) =>
  readFile(fileURLToPath(new URL(`../../test/images/${name}.heic`, import.meta.url)));

const accept = (bytes: Uint8Array) => acceptSelfie(bytes, selfieLimits, testImageWork);

async function refusalOf(bytes: Uint8Array) {
  const result = await accept(bytes);
  if (result.ok) throw new Error(`accepted: ${result.value.width} × ${result.value.height}`);
  return result.error;
}

describe("a HEIC selfie", () => {
  test("is turned once, though both its container and its EXIF ask for it, and loses its place", async () => {
    const upload = await sample("turned-with-location");
    expect((await sharp(upload).metadata()).exif?.includes("Example")).toBe(true);
    const result = await accept(upload);
    if (!result.ok) throw new Error(result.error.code);
    const { bytes, width, height, originalContentType } = result.value;

    expect({ width, height, originalContentType }).toEqual({
      width: 560,
      height: 640,
      originalContentType: "image/heic",
    });
    expect(farthest(await cornersOf(bytes), [blue, red, grey, green])).toBeLessThanOrEqual(4);
    const { exif, xmp, icc, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, icc, orientation }).toEqual({});
  });

  test("keeps its colours when they were written in Display P3", async () => {
    const upload = await sample("display-p3");
    const bare = await decodeHeic(upload, { timeoutMs: 30_000 });
    expect(bare.rgba[0]).toBeLessThan(red[0] - 10);
    const result = await accept(upload);
    if (!result.ok) throw new Error(result.error.code);

    expect(farthest(await cornersOf(result.value.bytes), upright)).toBeLessThanOrEqual(10);
  });

  test("comes in a container of the neutral HEIF brand too", async () => {
    const upload = await sample("display-p3");
    upload.write("mif1", 8, "latin1");
    const result = await accept(upload);

    expect(result).toMatchObject({ ok: true, value: { originalContentType: "image/heif", width: 640 } });
  });

  test("is refused as AVIF, by name, when the neutral container holds AV1", async () => {
    const upload = await quadrants(640, 560).avif({ effort: 0 }).toBuffer();
    upload.write("mif1", 8, "latin1");

    expect(await refusalOf(upload)).toEqual({
      code: "selfie_type_unsupported",
      details: { contentType: "image/avif" },
    });
  });

  test("is refused as damaged when it is cut off, with the decoder's reason for the log", async () => {
    const whole = await sample("display-p3");
    for (const share of [0.1, 0.5, 0.99]) {
      const refusal = await refusalOf(whole.subarray(0, Math.floor(whole.length * share)));
      expect(refusal).toMatchObject({
        code: "selfie_undecodable",
        logOnly: expect.stringMatching(/\w/) as string,
      });
    }
  });

  test("is refused by the size in its header, and as damaged when the header is not true", async () => {
    const upload = await sample("display-p3");
    expect(await refusalOf(withClaimedSize(upload, 30_000, 30_000))).toMatchObject({
      code: "selfie_too_many_pixels",
      details: { width: 30_000, height: 30_000 },
    });
    expect(await refusalOf(withClaimedSize(upload, 3_000, 3_000))).toMatchObject({
      code: "selfie_undecodable",
    });
  });

  test("is refused when it is a sequence", async () => {
    const sequence = await sample("display-p3");
    sequence.write("hevc", 8, "latin1");
    expect(await refusalOf(sequence)).toEqual({ code: "selfie_animated", details: {} });
  });

  test("stops a decoder that takes too long", async () => {
    await expect(decodeHeic(await sample("display-p3"), { timeoutMs: 1 })).rejects.toThrow(
      "not decoded within 1 ms",
    );
  });
});
