import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { trainedAlgorithmicMedia } from "./generated-mark.ts";
import { markAsGenerated } from "./mark-as-generated.ts";

const formats = ["image/png", "image/jpeg", "image/webp"] as const;
const ownXmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">of its own</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`;

interface Made {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly lossless: boolean;
  readonly xmp: boolean;
  readonly profile: boolean;
}

const pictures = fc.record<Made>({
  width: fc.integer({ min: 1, max: 70 }),
  height: fc.integer({ min: 1, max: 70 }),
  channels: fc.constantFrom(3, 4),
  lossless: fc.boolean(),
  xmp: fc.boolean(),
  profile: fc.boolean(),
});

const draw = async (format: (typeof formats)[number], made: Made): Promise<Buffer> => {
  const { width, height, channels } = made;
  const raw = Buffer.from(Array.from({ length: width * height * channels }, (_, at) => (at * 37) % 256));
  let picture = sharp(raw, { raw: { width, height, channels } });
  if (made.xmp) picture = picture.withXmp(ownXmp);
  if (made.profile) picture = picture.withIccProfile("p3");
  if (format === "image/png") return picture.png().toBuffer();
  if (format === "image/jpeg") return picture.jpeg().toBuffer();
  return picture.webp({ lossless: made.lossless }).toBuffer();
};

describe.each(formats)("the mark in %s", (format) => {
  test("is read where readers look for it, beside what was there, and leaves every pixel alone", async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async (made) => {
        const before = await draw(format, made);
        const after = markAsGenerated(before, format);
        const [pixels, marked] = await Promise.all([
          sharp(before).raw().toBuffer({ resolveWithObject: true }),
          sharp(after).raw().toBuffer({ resolveWithObject: true }),
        ]);
        expect(marked.info).toEqual(pixels.info);
        expect(marked.data.equals(pixels.data)).toBe(true);
        const [had, has] = [await sharp(before).metadata(), await sharp(after).metadata()];
        expect(has.xmpAsString).toContain(`DigitalSourceType="${trainedAlgorithmicMedia}"`);
        expect(has.xmpAsString?.includes("of its own")).toBe(made.xmp);
        expect(has.icc).toEqual(had.icc);
        expect(has).toMatchObject({ format: had.format, width: had.width, height: had.height });
        expect(markAsGenerated(after, format)).toBe(after);
      }),
      { numRuns: 25 },
    );
  });

  test("is not put into a file that breaks off", async () => {
    const whole = await draw(format, {
      width: 40,
      height: 40,
      channels: 3,
      lossless: false,
      xmp: false,
      profile: false,
    });
    expect(() => markAsGenerated(whole.subarray(0, 24), format)).toThrow(/breaks off|no picture/);
  });
});
