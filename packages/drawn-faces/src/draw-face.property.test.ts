import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawFace, type Drawing } from "./draw-face.ts";
import { facialHairs, glassesKinds, hairStyles, type Identity } from "./identity.ts";
import {
  clothesKinds,
  dayTimes,
  framings,
  lightDirections,
  places,
  seasons,
  weathers,
  type Scene,
} from "./scene.ts";

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const signed = fc.double({ min: -1, max: 1, noNaN: true });
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);
const key = fc.integer({ min: 0, max: 0xffffffff }).map((value) => value.toString(16).padStart(16, "0"));

const anyIdentity: fc.Arbitrary<Identity> = fc.record({
  key,
  softness: unit,
  age: unit,
  build: unit,
  face: fc.record({ width: unit, length: unit, cheekbones: unit, fullness: unit, forehead: unit }),
  jaw: fc.record({ width: unit, squareness: unit, chin: unit }),
  eyes: fc.record({ size: unit, spacing: unit, slant: unit, openness: unit }),
  nose: fc.record({ length: unit, width: unit, bridge: unit }),
  brows: fc.record({ thickness: unit, arch: unit, height: unit }),
  lips: fc.record({ fullness: unit, width: unit, bow: unit }),
  skin: fc.record({ tone: unit, warmth: unit, freckles: unit }),
  hair: fc.record({
    style: fc.constantFrom(...hairStyles),
    length: unit,
    lightness: unit,
    redness: unit,
    grey: unit,
  }),
  iris: unit,
  facialHair: fc.constantFrom(...facialHairs),
  glasses: fc.constantFrom(...glassesKinds),
});

const anyScene: fc.Arbitrary<Scene> = fc.record({
  framing: fc.constantFrom(...framings),
  turn: signed,
  tilt: signed,
  gaze: signed,
  smile: unit,
  squint: unit,
  mouthOpen: unit,
  light: fc.record({
    from: fc.constantFrom(...lightDirections),
    warmth: unit,
    contrast: unit,
    brightness: unit,
  }),
  background: fc.record({
    place: fc.constantFrom(...places),
    colour,
    time: fc.constantFrom(...dayTimes),
    weather: fc.constantFrom(...weathers),
    blur: unit,
  }),
  clothes: fc.record({ kind: fc.constantFrom(...clothesKinds), colour }),
  season: fc.constantFrom(...seasons),
  grain: unit,
  monochrome: fc.boolean(),
  seed: fc.integer(),
});

const anyDrawing: fc.Arbitrary<Drawing> = fc.record({
  identity: anyIdentity,
  scene: anyScene,
  widthPixels: fc.integer({ min: 64, max: 256 }),
  heightPixels: fc.integer({ min: 64, max: 256 }),
  mark: key,
  label: fc.constantFrom("SIMULATED", "DRAWN"),
});

/** The names of tags left open, or the first that closes what is not open. */
function unbalancedTags(svg: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = "", , empty] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[-a-zA-Z0-9]+="[^"<>]*")*)\s*(\/?)>/g,
  )) {
    if (empty === "/") continue;
    if (closing !== "/") open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

test("every identity in every scene is well formed, has only finite numbers and knows all it refers to", () => {
  fc.assert(
    fc.property(anyDrawing, (drawing) => {
      const svg = drawFace(drawing);
      expect(unbalancedTags(svg)).toEqual([]);
      expect(svg.replaceAll(/<[^<>]*>/g, "")).toBe("");
      expect(svg.match(/NaN|undefined|null|Infinity|\de[-+]\d/g)).toBeNull();
      const defined = new Set([...svg.matchAll(/ id="(\w+)"/g)].map(([, id]) => id));
      const used = [...svg.matchAll(/(?:url\(#|href="#)(\w+)/g)].map(([, id]) => id);
      expect(used.filter((id) => !defined.has(id))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("every identity in every scene is rasterised in the size that was asked", async () => {
  await fc.assert(
    fc.asyncProperty(anyDrawing, async (drawing) => {
      const { data, info } = await sharp(Buffer.from(drawFace(drawing)))
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([drawing.widthPixels, drawing.heightPixels]);
      expect(new Set(data).size).toBeGreaterThan(8);
    }),
    { numRuns: 25 },
  );
});
