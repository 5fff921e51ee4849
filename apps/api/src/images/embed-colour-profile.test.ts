import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { quadrants } from "../../test/images/quadrants.ts";
import { embedColourProfile } from "./embed-colour-profile.ts";

describe("a colour profile put into a PNG", () => {
  test("is read back as it was, and the pixels are untouched", async () => {
    const { icc } = await sharp(await quadrants(20, 10).withIccProfile("p3").png().toBuffer()).metadata();
    const bare = await quadrants(20, 10).png().toBuffer();
    const profiled = embedColourProfile(bare, icc ?? Buffer.alloc(0));

    expect((await sharp(profiled).metadata()).icc).toEqual(icc);
    expect(await sharp(profiled, { ignoreIcc: true }).raw().toBuffer()).toEqual(
      await sharp(bare).raw().toBuffer(),
    );
  });
});
