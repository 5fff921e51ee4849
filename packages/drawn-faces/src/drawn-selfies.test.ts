import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawnSelfies } from "./drawn-selfies.ts";
import { identityFromSeed } from "./identity-from-seed.ts";
import { genericIdentity } from "./identity.ts";
import { readIdentityMark } from "./read-identity-mark.ts";

const anna = identityFromSeed("anna");

describe("drawnSelfies", () => {
  test("are twelve, each under its own name, the same every time", () => {
    const selfies = drawnSelfies(anna);
    expect(selfies).toHaveLength(12);
    expect(new Set(selfies.map(({ fileName }) => fileName)).size).toBe(12);
    expect(selfies).toEqual(drawnSelfies(anna));
  });

  test("vary in framing, side, light, place and expression, and hold calm faces", () => {
    const scenes = drawnSelfies(anna).map(({ scene }) => scene);
    expect(new Set(scenes.map(({ framing }) => framing)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(scenes.map(({ background }) => background.place)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(scenes.map(({ light }) => light.from)).size).toBeGreaterThanOrEqual(3);
    expect(scenes.some(({ turn }) => turn <= -0.5) && scenes.some(({ turn }) => turn >= 0.5)).toBe(true);
    expect(scenes.filter(({ smile }) => smile <= 0.1).length).toBeGreaterThanOrEqual(4);
    expect(scenes.some(({ smile }) => smile >= 0.9)).toBe(true);
  });

  test("carry the person's key in their pixels", async () => {
    for (const { svg } of drawnSelfies(anna, 3)) {
      const jpeg = await sharp(Buffer.from(svg)).flatten().jpeg({ quality: 82 }).toBuffer();
      const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
      expect(readIdentityMark({ data, width: info.width, height: info.height, channels: 3 })).toEqual({
        found: true,
        identityKey: anna.key,
      });
    }
  });

  test("can be more than twelve and are still all different", () => {
    expect(new Set(drawnSelfies(anna, 20).map(({ svg }) => svg)).size).toBe(20);
  });

  test("carry no mark when the identity has no key", async () => {
    const [first] = drawnSelfies(genericIdentity, 1);
    const { data, info } = await sharp(Buffer.from(first?.svg ?? ""))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(readIdentityMark({ data, width: info.width, height: info.height, channels: 3 })).toEqual({
      found: false,
    });
  });
});
