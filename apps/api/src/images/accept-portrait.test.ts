import { hash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { pngChunk } from "../../test/images/png-chunk.ts";
import { quadrants } from "../../test/images/quadrants.ts";
import { testImageWork } from "../../test/images/test-image-work.ts";
import { acceptPortrait, portraitExpectations } from "./accept-portrait.ts";
import type { StoredContentType } from "./image-key.ts";

const accept = (bytes: Uint8Array, contentType: StoredContentType = "image/png") =>
  acceptPortrait(bytes, { ...portraitExpectations, contentType }, testImageWork);

const dark = (value: number) =>
  sharp({ create: { width: 896, height: 1_152, channels: 3, background: { r: value, g: value, b: value } } });

describe("a delivered portrait", () => {
  test.each([
    ["image/png", "png"],
    ["image/webp", "webp"],
    ["image/jpeg", "jpeg"],
  ] as const)("in %s is kept as it came, and described", async (contentType, format) => {
    const bytes = await quadrants(896, 1_152).toFormat(format).toBuffer();
    const result = await accept(bytes, contentType);

    expect(result).toMatchObject({
      ok: true,
      value: {
        contentType,
        sizeBytes: bytes.length,
        sha256: hash("sha256", bytes, "hex"),
        width: 896,
        height: 1_152,
        metadataSaysSimulated: false,
      },
    });
    expect(result.ok && result.value.bytes).toBe(bytes);
  });

  test("that was drawn by the simulator is known by its metadata, in text or in EXIF", async () => {
    const plain = await quadrants(896, 1_152).png().toBuffer();
    const note = pngChunk("tEXt", Buffer.from("Comment\0SIMULATED portrait", "latin1"));
    const text = Buffer.concat([plain.subarray(0, 33), note, plain.subarray(33)]);
    const exif = await quadrants(896, 1_152)
      .withExif({ IFD0: { ImageDescription: "SIMULATED" } })
      .webp()
      .toBuffer();

    expect(await accept(text)).toMatchObject({ ok: true, value: { metadataSaysSimulated: true } });
    expect(await accept(exif, "image/webp")).toMatchObject({
      ok: true,
      value: { metadataSaysSimulated: true },
    });
  });

  test("is refused when nothing was delivered, or far too much", async () => {
    expect(await accept(new Uint8Array())).toEqual({ ok: false, error: { code: "portrait_empty" } });
    expect(await accept(Buffer.alloc(50_000_001))).toMatchObject({
      error: { code: "portrait_too_many_bytes" },
    });
  });

  test("is refused when something else came than was asked for", async () => {
    const jpeg = await quadrants(896, 1_152).jpeg().toBuffer();
    expect(await accept(jpeg)).toEqual({
      ok: false,
      error: { code: "portrait_wrong_type", expected: "image/png", found: "image/jpeg" },
    });
    expect(await accept(Buffer.from("<html><body>502 Bad Gateway</body></html>"))).toEqual({
      ok: false,
      error: { code: "portrait_wrong_type", expected: "image/png", found: undefined },
    });
  });

  test.each([
    [255, 1_152],
    [6_000, 6_000],
  ])("is refused at %i × %i, which the model never makes", async (width, height) => {
    const bytes = await quadrants(width, height).png().toBuffer();
    expect(await accept(bytes)).toEqual({ ok: false, error: { code: "portrait_wrong_size", width, height } });
  });

  test.each(["png", "webp", "jpeg"] as const)(
    "is refused when the %s was cut off on its way",
    async (format) => {
      const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
      const whole = await sharp({
        create: { width: 800, height: 800, channels: 3, background: "#000", noise },
      })
        .toFormat(format)
        .toBuffer();
      const type = `image/${format}` as const;

      expect(await accept(whole.subarray(0, whole.length - 2_000), type)).toMatchObject({
        ok: false,
        error: { code: "portrait_undecodable", logOnly: expect.stringMatching(/\w/) as string },
      });
      expect((await accept(whole, type)).ok).toBe(true);
    },
  );

  test.each([
    ["image/png", () => dark(0).png()],
    ["image/jpeg", () => dark(2).jpeg()],
    ["image/webp", () => dark(0).webp()],
    ["image/png", () => dark(200).ensureAlpha(0).png()],
  ] as const)(
    "in %s is refused when it is black all over or clear all through",
    async (contentType, draw) => {
      const result = await accept(await draw().toBuffer(), contentType);
      expect(result).toEqual({ ok: false, error: { code: "portrait_black" } });
    },
  );

  test("of a dark scene is no black picture", async () => {
    const light = {
      input: { create: { width: 40, height: 40, channels: 3, background: "#402010" } },
      left: 400,
      top: 400,
    } as const;
    expect((await accept(await dark(0).composite([light]).png().toBuffer())).ok).toBe(true);
  });
});
