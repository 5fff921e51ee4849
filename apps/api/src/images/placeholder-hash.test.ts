import { thumbHashToApproximateAspectRatio, thumbHashToRGBA } from "thumbhash";
import { describe, expect, test } from "vitest";
import { blue, cornersOf, green, grey, quadrants, red } from "../../test/images/quadrants.ts";
import { placeholderHash } from "./placeholder-hash.ts";
import sharp from "sharp";

const drawn = async (hash: string) => {
  const { w, h, rgba } = thumbHashToRGBA(Buffer.from(hash, "base64"));
  return cornersOf(
    await sharp(rgba, { raw: { width: w, height: h, channels: 4 } })
      .png()
      .toBuffer(),
  );
};

describe("a placeholder", () => {
  test("shows roughly what is where, in a few bytes", async () => {
    const hash = await placeholderHash(await quadrants(300, 300).png().toBuffer());

    expect(Buffer.from(hash, "base64").length).toBeLessThanOrEqual(25);
    const strongest = (await drawn(hash)).slice(0, 3).map((colour) => colour.indexOf(Math.max(...colour)));
    expect(strongest).toEqual([0, 1, 2]);
  });

  test("knows the shape of its picture", async () => {
    const hash = await placeholderHash(await quadrants(300, 400).png().toBuffer());
    expect(thumbHashToApproximateAspectRatio(Buffer.from(hash, "base64"))).toBeCloseTo(0.75, 0.5);
  });

  test("differs for different pictures, and not for the same one", async () => {
    const one = await quadrants(300, 300).png().toBuffer();
    const other = await quadrants(300, 300, [grey, blue, green, red]).png().toBuffer();

    expect(await placeholderHash(one)).toBe(await placeholderHash(one));
    expect(await placeholderHash(one)).not.toBe(await placeholderHash(other));
  });
});
