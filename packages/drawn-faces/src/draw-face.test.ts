import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawFace, type Drawing } from "./draw-face.ts";
import { identityFromSeed } from "./identity-from-seed.ts";
import { sceneFromPrompt } from "./scene-from-prompt.ts";
import { plainScene } from "./scene.ts";

const anna: Drawing = {
  identity: identityFromSeed("anna"),
  scene: plainScene,
  widthPixels: 448,
  heightPixels: 576,
};

async function pixelsOf(svg: string): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

describe("drawFace", () => {
  test("gives the same bytes for the same drawing", () => {
    expect(drawFace(anna)).toBe(drawFace(structuredClone(anna)));
  });

  test("gives other bytes for another person, another scene and another seed", () => {
    const drawings = [
      anna,
      { ...anna, identity: identityFromSeed("ben") },
      { ...anna, scene: { ...plainScene, smile: 0.8 } },
      { ...anna, scene: { ...plainScene, seed: 2 } },
      { ...anna, scene: { ...plainScene, monochrome: true } },
    ].map(drawFace);
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  test("is as large in pixels as it was asked to be, in any format", async () => {
    for (const [widthPixels, heightPixels] of [
      [896, 1152],
      [512, 512],
      [640, 360],
      [360, 640],
    ] as const) {
      const { width, height } = await pixelsOf(drawFace({ ...anna, widthPixels, heightPixels }));
      expect([width, height]).toEqual([widthPixels, heightPixels]);
    }
  });

  test("stays under 60 kB whoever is drawn wherever", () => {
    const prompts = [
      "rain, trench coat",
      "library, sweater",
      "close-up",
      "night city, hoodie",
      "garden, dress",
    ];
    const sizes = Array.from({ length: 100 }, (_, index) => {
      const identity = identityFromSeed(`size ${index}`);
      const scene = sceneFromPrompt(prompts[index % prompts.length] ?? "", index);
      const mark = identity.key ?? "0".repeat(16);
      return drawFace({ identity, scene, widthPixels: 896, heightPixels: 1152, mark, label: "SIMULATED" })
        .length;
    });
    expect(Math.max(...sizes)).toBeLessThan(60_000);
  });

  test("loads nothing and depends on no font of the machine", () => {
    const svg = drawFace({ ...anna, label: "SIMULATED", mark: "0123456789abcdef" });
    expect(svg).not.toMatch(/<text|<image|<style|font|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
  });

  test("writes a black-and-white scene in greys alone", () => {
    const svg = drawFace({ ...anna, scene: { ...plainScene, monochrome: true } });
    const colours = [...svg.matchAll(/#([0-9a-f]{6})\b/g)].map(([, digits]) => digits ?? "");
    expect(colours.length).toBeGreaterThan(20);
    expect(
      colours.filter(
        (digits) => digits.slice(0, 2) !== digits.slice(2, 4) || digits.slice(2, 4) !== digits.slice(4),
      ),
    ).toEqual([]);
  });

  test.each(["SIMULATED", "DRAWN", "NOT THIS PERSON", "SIMULATED · NOT THIS PERSON"] as const)(
    "shows the label %s in the pixels of the lower left corner and nowhere else",
    async (label) => {
      const scene = { ...plainScene, grain: 0 };
      const without = await pixelsOf(drawFace({ ...anna, scene }));
      const labelled = await pixelsOf(drawFace({ ...anna, scene, label }));
      const changed: { x: number; y: number; level: number }[] = [];
      for (let index = 0; index < labelled.data.length; index += 1) {
        const level = labelled.data[index] ?? 0;
        if (Math.abs(level - (without.data[index] ?? 0)) < 12) continue;
        changed.push({ x: index % labelled.width, y: Math.floor(index / labelled.width), level });
      }
      expect(Math.max(...changed.map(({ x }) => x))).toBeLessThan(
        labelled.width * (0.15 + label.length * 0.027),
      );
      expect(Math.min(...changed.map(({ y }) => y))).toBeGreaterThan(labelled.height * 0.9);
      const light = changed.filter(({ level }) => level > 170).length;
      const dark = changed.filter(({ level }) => level < 90).length;
      expect(light).toBeGreaterThan(label.length * 8);
      expect(dark).toBeGreaterThan(light);
    },
  );

  test("moves the mouth's corners up and apart as the smile grows", () => {
    // The seam of the lips is the one stroke of that weight and ending; its first and last points are the corners.
    const widthOf = (smile: number): number => {
      const svg = drawFace({ ...anna, scene: { ...plainScene, smile } });
      const seam =
        /<path d="M([-\d.]+) ([-\d.]+)c[^"]*" fill="none" stroke="#[0-9a-f]{6}" stroke-width="1\.[19]" stroke-linecap="round" opacity="0\.9"/.exec(
          svg,
        );
      return Math.abs(Number(seam?.[1]));
    };
    const widths = [0, 0.2, 0.4, 0.6, 0.8, 1].map(widthOf);
    expect(widths.filter((width, index) => index > 0 && !(width > (widths[index - 1] ?? 0)))).toEqual([]);
    expect((widths.at(-1) ?? 0) - (widths[0] ?? 0)).toBeGreaterThan(6);
  });
});
