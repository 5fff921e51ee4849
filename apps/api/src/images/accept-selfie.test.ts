import { hash } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { pngChunk, pngHeader, pngSignature } from "../../test/images/png-chunk.ts";
import {
  type Corners,
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
import { acceptSelfie } from "./accept-selfie.ts";
import { selfieLimits } from "./selfie-limits.ts";

const accept = (bytes: Uint8Array) => acceptSelfie(bytes, selfieLimits, testImageWork);

async function kept(bytes: Uint8Array) {
  const result = await accept(bytes);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function refusalOf(bytes: Uint8Array) {
  const result = await accept(bytes);
  if (result.ok) throw new Error(`accepted: ${result.value.width} × ${result.value.height}`);
  return result.error;
}

const place = {
  IFD0: { Make: "Telephone", Copyright: "Ada" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "48/1 51/1 24/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "2/1 21/1 0/1",
  },
};

describe("an accepted selfie", () => {
  test.each([
    ["image/jpeg", () => quadrants(700, 600).jpeg({ quality: 95 })],
    ["image/png", () => quadrants(700, 600).png()],
    ["image/webp", () => quadrants(700, 600).webp({ quality: 95 })],
  ] as const)("comes from %s, by content", async (contentType, draw) => {
    const upload = await draw().toBuffer();
    const selfie = await kept(upload);

    expect(selfie).toMatchObject({
      width: 700,
      height: 600,
      contentType: "image/jpeg",
      originalContentType: contentType,
      sizeBytes: selfie.bytes.length,
      sha256: hash("sha256", selfie.bytes, "hex"),
      originalSha256: hash("sha256", upload, "hex"),
    });
    expect(farthest(await cornersOf(selfie.bytes), upright)).toBeLessThanOrEqual(4);
    expect(Buffer.from(selfie.placeholderHash, "base64").length).toBeGreaterThan(10);
  });

  // What each EXIF orientation says of the stored rows and columns (EXIF 2.32, 4.6.4), as the corners to store.
  test.each([
    [1, [red, green, blue, grey]],
    [2, [green, red, grey, blue]],
    [3, [grey, blue, green, red]],
    [4, [blue, grey, red, green]],
    [5, [red, blue, green, grey]],
    [6, [green, grey, red, blue]],
    [7, [grey, green, blue, red]],
    [8, [blue, red, grey, green]],
  ] as const satisfies readonly (readonly [number, Corners])[])(
    "stands upright when the camera was held in orientation %i",
    async (orientation, stored) => {
      const turned = orientation > 4;
      const upload = await quadrants(turned ? 600 : 700, turned ? 700 : 600, stored)
        .jpeg({ quality: 100 })
        .withMetadata({ orientation })
        .toBuffer();
      expect((await sharp(upload).metadata()).orientation).toBe(orientation);
      const selfie = await kept(upload);

      expect(selfie).toMatchObject({ width: 700, height: 600 });
      expect(farthest(await cornersOf(selfie.bytes), upright)).toBeLessThanOrEqual(4);
      expect((await sharp(selfie.bytes).metadata()).orientation).toBeUndefined();
    },
  );

  test.each(["jpeg", "png", "webp"] as const)(
    "from %s holds pixels alone: no place, no camera, no profile",
    async (format) => {
      const upload = await quadrants(700, 600)
        .toFormat(format)
        .withExifMerge(place)
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>48.856, 2.35</place></x:xmpmeta>')
        .withIccProfile("p3")
        .toBuffer();
      const before = await sharp(upload).metadata();
      expect(before.exif?.includes("Telephone")).toBe(true);
      expect(before.xmp?.includes("48.856")).toBe(true);
      expect(before.icc).toBeDefined();
      const { bytes } = await kept(upload);

      const { exif, xmp, icc, iptc, comments, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, icc, iptc, comments, orientation }).toEqual({});
      for (const trace of ["Exif", "Telephone", "48.856", "http://ns", "ICC_PROFILE", "Photoshop", "GPS"]) {
        expect(bytes.includes(trace)).toBe(false);
      }
    },
  );

  test("keeps its colours when they were written in a wide colour space", async () => {
    const upload = await quadrants(700, 600).withIccProfile("p3").png().toBuffer();
    const storedRed = (await sharp(upload, { ignoreIcc: true }).raw().toBuffer()).subarray(0, 3);
    expect(Math.abs((storedRed[0] ?? 0) - red[0])).toBeGreaterThan(10);

    expect(farthest(await cornersOf((await kept(upload)).bytes), upright)).toBeLessThanOrEqual(4);
  });

  test("is made from a picture in print colours", async () => {
    const upload = await quadrants(700, 600).toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer();
    expect(await sharp(upload).metadata()).toMatchObject({ space: "cmyk", channels: 4 });
    const selfie = await kept(upload);

    expect(await sharp(selfie.bytes).metadata()).toMatchObject({ space: "srgb", channels: 3 });
    // Ink cannot show these colours exactly: each stays what it is called.
    const strongest = (await cornersOf(selfie.bytes))
      .slice(0, 3)
      .map((colour) => colour.indexOf(Math.max(...colour)));
    expect(strongest).toEqual([0, 1, 2]);
  });

  test.each([
    ["16 bits a channel", () => quadrants(700, 600).toColourspace("rgb16").png()],
    ["a palette", () => quadrants(700, 600).png({ palette: true })],
    ["progressive scans", () => quadrants(700, 600).jpeg({ progressive: true, quality: 100 })],
  ])("is made from a picture with %s", async (_, draw) => {
    const selfie = await kept(await draw().toBuffer());

    expect(await sharp(selfie.bytes).metadata()).toMatchObject({
      space: "srgb",
      channels: 3,
      depth: "uchar",
    });
    expect(farthest(await cornersOf(selfie.bytes), upright)).toBeLessThanOrEqual(4);
  });

  test("is made from a picture in shades of grey", async () => {
    const selfie = await kept(await quadrants(700, 600).greyscale().png().toBuffer());
    expect(await sharp(selfie.bytes).metadata()).toMatchObject({ space: "srgb", channels: 3 });
  });

  test("lies on white where it was transparent", async () => {
    const clear = sharp({
      create: { width: 600, height: 600, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    });
    const selfie = await kept(await clear.png().toBuffer());

    expect(
      farthest(await cornersOf(selfie.bytes), [
        [255, 255, 255],
        [255, 255, 255],
        [255, 255, 255],
        [255, 255, 255],
      ]),
    ).toBe(0);
  });

  test.each([
    [4_032, 3_024, 2_048, 1_536],
    [3_024, 4_032, 1_536, 2_048],
    [2_048, 2_048, 2_048, 2_048],
    [512, 512, 512, 512],
    // Long and narrow: the short side is not taken below what a selfie must have.
    [6_000, 600, 5_120, 512],
  ])("of %i × %i pixels is kept at %i × %i", async (width, height, keptWidth, keptHeight) => {
    const upload = await quadrants(width, height).jpeg({ quality: 80 }).toBuffer();
    expect(await kept(upload)).toMatchObject({ width: keptWidth, height: keptHeight });
  });

  test("keeps the full resolution of its colours", async () => {
    const { bytes } = await kept(await quadrants(700, 600).png().toBuffer());
    expect((await sharp(bytes).metadata()).chromaSubsampling).toBe("4:4:4");
  });

  test("is the same bytes each time, so that a repeated upload keeps one picture", async () => {
    const upload = await quadrants(700, 600).png().toBuffer();
    expect((await kept(upload)).sha256).toBe((await kept(upload)).sha256);
  });
});

describe("a file that is no selfie", () => {
  const noise = (width: number, height: number) =>
    sharp({
      create: {
        width,
        height,
        channels: 3,
        background: "#000",
        noise: { type: "gaussian", mean: 128, sigma: 40 },
      },
    });

  test("is refused when it is empty", async () => {
    expect(await refusalOf(new Uint8Array())).toEqual({ code: "selfie_empty", details: {} });
  });

  test("is refused when it has too many bytes, before anything else is looked at", async () => {
    expect(await refusalOf(Buffer.alloc(selfieLimits.maximumBytes + 1))).toEqual({
      code: "selfie_too_many_bytes",
      details: { sizeBytes: 25_000_001, maximumBytes: 25_000_000 },
    });
  });

  test.each([
    ["text called .jpg", Buffer.from("This is my holiday diary.\n".repeat(50))],
    ["a page of HTML", Buffer.from("<!doctype html><html><body>404</body></html>")],
    [
      "a drawing in SVG",
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"/>'),
    ],
    [
      "a zip called .jpg",
      Buffer.from("504b0304140000000800000000000000000000000000000000000000000005000000612e747874", "hex"),
    ],
    ["a PDF", Buffer.from("%PDF-1.7\n")],
    ["a film", Buffer.from("0000001c6674797069736f6d0000020069736f6d69736f326d703431", "hex")],
    ["random bytes", Buffer.from(hash("sha512", "random", "hex"), "hex")],
  ])("is refused when it is %s", async (_, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ code: "selfie_not_an_image", details: {} });
  });

  test.each([
    ["image/gif", () => quadrants(600, 600).gif()],
    ["image/tiff", () => quadrants(600, 600).tiff()],
    ["image/avif", () => quadrants(600, 600).avif({ effort: 0 })],
  ])("is refused as unsupported when it is %s", async (contentType, draw) => {
    const details = { contentType };
    expect(await refusalOf(await draw().toBuffer())).toEqual({ code: "selfie_type_unsupported", details });
  });

  test.each([
    [1, 1],
    [511, 2_000],
    [2_000, 511],
  ])("is refused as too small at %i × %i", async (width, height) => {
    expect(await refusalOf(await quadrants(width, height).png().toBuffer())).toEqual({
      code: "selfie_too_small",
      details: { width, height, minimumEdgePixels: 512 },
    });
  });

  test("is refused by the size in its header, long before it could fill the memory", async () => {
    const tooMany = (width: number, height: number) => ({
      code: "selfie_too_many_pixels",
      details: { width, height, maximumEdgePixels: 12_000, maximumPixels: 50_000_000 },
    });
    const png = Buffer.concat([
      pngSignature,
      pngHeader(30_000, 30_000),
      pngChunk("IDAT", deflateSync(Buffer.alloc(2_000_000))),
      pngChunk("IEND", Buffer.alloc(0)),
    ]);
    expect(await refusalOf(png)).toEqual(tooMany(30_000, 30_000));

    const jpeg = await quadrants(600, 600).jpeg().toBuffer();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(30_000, frame + 5);
    jpeg.writeUInt16BE(30_000, frame + 7);
    expect(await refusalOf(jpeg)).toEqual(tooMany(30_000, 30_000));

    const webp = await quadrants(600, 600).webp().toBuffer();
    const keyFrame = webp.indexOf(Buffer.from([0x9d, 0x01, 0x2a]));
    webp.writeUInt16LE(16_000, keyFrame + 3);
    webp.writeUInt16LE(8_000, keyFrame + 5);
    expect(await refusalOf(webp)).toEqual(tooMany(16_000, 8_000));
    // Within the pixels, beyond the edge.
    const strip = { width: 12_001, height: 600, channels: 3, background: "#888" } as const;
    expect(await refusalOf(await sharp({ create: strip }).jpeg().toBuffer())).toEqual(tooMany(12_001, 600));
  });

  test("is refused when it moves", async () => {
    const frames = [
      await quadrants(600, 600).png().toBuffer(),
      await quadrants(600, 600, [grey, blue, green, red]).png().toBuffer(),
    ];
    const webp = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect((await sharp(webp).metadata()).pages).toBe(2);
    expect(await refusalOf(webp)).toEqual({ code: "selfie_animated", details: {} });

    const still = frames[0] ?? Buffer.alloc(0);
    const control = pngChunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
    const apng = Buffer.concat([still.subarray(0, 33), control, still.subarray(33)]);
    expect(await refusalOf(apng)).toEqual({ code: "selfie_animated", details: {} });
  });

  test.each([
    ["jpeg", 0.5],
    ["jpeg", 0.99],
    ["png", 0.5],
    ["png", 0.99],
    ["webp", 0.5],
    ["webp", 0.99],
  ] as const)("is refused when the %s ends after %d of its bytes", async (format, share) => {
    const whole = await noise(800, 700).toFormat(format).toBuffer();
    const cut = whole.subarray(0, Math.floor(whole.length * share));

    expect(await refusalOf(cut)).toMatchObject({
      code: "selfie_undecodable",
      details: {},
      logOnly: expect.stringMatching(/\w/) as string,
    });
    expect((await accept(whole)).ok).toBe(true);
  });

  test("is refused when its pixels are damaged in the middle", async () => {
    const png = await noise(800, 700).png().toBuffer();
    png.fill(0, 600_000, 602_000);
    expect((await refusalOf(png)).code).toBe("selfie_undecodable");
  });

  test("is refused when it promises a picture and has only the first bytes of one", async () => {
    expect((await refusalOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).code).toBe("selfie_undecodable");
    expect((await refusalOf(Buffer.concat([pngSignature, pngHeader(600, 600)]))).code).toMatch(/^selfie_/);
  });
});
