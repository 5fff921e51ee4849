import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sceneFromPrompt } from "./scene-from-prompt.ts";
import type { Scene } from "./scene.ts";

/** What a prompt must lead to: each named part of the scene, exactly. */
type Expected = Partial<Pick<Scene, "framing" | "season" | "monochrome">> & {
  readonly place?: Scene["background"]["place"];
  readonly ground?: string;
  readonly time?: Scene["background"]["time"];
  readonly weather?: Scene["background"]["weather"];
  readonly kind?: Scene["clothes"]["kind"];
  readonly colour?: string;
  readonly from?: Scene["light"]["from"];
  readonly smile?: readonly [least: number, most: number];
};

const table: readonly (readonly [prompt: string, expected: Expected])[] = [
  ["calm", { smile: [0, 0.15] }],
  ["neutral expression", { smile: [0, 0.1] }],
  ["serious portrait, no smile", { smile: [0, 0.05] }],
  ["soft smile", { smile: [0.25, 0.4] }],
  ["a gentle smile at the edge of the frame", { smile: [0.25, 0.4] }],
  ["warm smile", { smile: [0.5, 0.65] }],
  ["smiling", { smile: [0.45, 0.55] }],
  ["a big smile for the camera", { smile: [0.85, 1] }],
  ["laughing", { smile: [1, 1] }],
  ["contemplative, looking away", { smile: [0, 0.1] }],
  ["confident woman, street fashion", { place: "street", smile: [0.1, 0.3] }],
  ["close-up", { framing: "close" }],
  ["Extreme close up, macro", { framing: "close" }],
  ["corporate headshot", { framing: "bust", place: "office" }],
  ["half-body portrait", { framing: "half" }],
  ["from the waist up, in a kitchen", { framing: "half", place: "home" }],
  ["full body, wide shot", { framing: "wide" }],
  ["walking in the rain", { weather: "rain", place: "street", kind: "coat" }],
  ["first snow, red parka", { weather: "snow", season: "winter", kind: "coat", colour: "#9c2f2a" }],
  ["misty forest in autumn", { weather: "mist", place: "forest", season: "autumn" }],
  ["window light", { place: "window" }],
  ["studio", { place: "studio" }],
  ["studio portrait, blue background", { place: "studio", ground: "#3f628c" }],
  ["beach at sunset", { place: "beach", time: "golden" }],
  ["at sea, golden hour", { place: "beach", time: "golden" }],
  ["old harbour in the blue hour", { place: "harbour", time: "dusk" }],
  ["city at night, neon lights", { place: "night-street", time: "night" }],
  ["in a café, evening", { place: "cafe", time: "dusk" }],
  ["library, candlelight", { place: "library", time: "night" }],
  ["mountains, sunrise", { place: "mountains", time: "golden" }],
  ["backlit in a summer garden", { place: "garden", from: "behind", season: "summer" }],
  ["light from the right", { from: "right" }],
  ["black turtleneck", { kind: "turtleneck", colour: "#26262a" }],
  ["wearing a white linen shirt", { kind: "shirt", colour: "#ece8e0" }],
  ["navy suit and tie", { kind: "suit", colour: "#25314a" }],
  ["dressed in burgundy", { colour: "#5f2530" }],
  ["brown leather jacket", { kind: "leather-jacket", colour: "#6b4a34" }],
  ["emerald evening gown", { kind: "dress", colour: "#1f6b4d" }],
  ["grey hoodie, green wall", { kind: "hoodie", colour: "#83837f", ground: "#41664a", place: "wall" }],
  ["beige trench coat", { kind: "coat", colour: "#cdb999" }],
  ["black and white, mustard sweater", { monochrome: true, kind: "sweater", colour: "#b98b2f" }],
];

describe("sceneFromPrompt", () => {
  test.each(table)("reads '%s'", (prompt, expected) => {
    for (const seed of [0, 1, 41]) {
      const scene = sceneFromPrompt(prompt, seed);
      const { smile, ...exact } = expected;
      const read: Required<Omit<Expected, "smile">> = {
        framing: scene.framing,
        season: scene.season,
        monochrome: scene.monochrome,
        place: scene.background.place,
        ground: scene.background.colour,
        time: scene.background.time,
        weather: scene.background.weather,
        kind: scene.clothes.kind,
        colour: scene.clothes.colour,
        from: scene.light.from,
      };
      expect(read).toMatchObject(exact);
      if (smile === undefined) continue;
      expect(scene.smile).toBeGreaterThanOrEqual(smile[0]);
      expect(scene.smile).toBeLessThanOrEqual(smile[1]);
    }
  });

  test("orders the expressions from calm to laughing", () => {
    const words = [
      "calm",
      "confident",
      "soft smile",
      "smiling",
      "warm smile",
      "joyful",
      "beaming",
      "laughing",
    ];
    const smiles = words.map((word) => sceneFromPrompt(`portrait, ${word}`, 3).smile);
    const notWider = smiles.filter((smile, index) => index > 0 && smile <= (smiles[index - 1] ?? 0));
    expect(notWider).toEqual([]);
  });

  test("does not take the colour of hair or eyes for clothes", () => {
    for (const prompt of [
      "woman with red hair",
      "green eyes, soft light",
      "blond man in his red hair years",
    ]) {
      expect(sceneFromPrompt(prompt, 5).clothes).toEqual(sceneFromPrompt("woman", 5).clothes);
    }
  });

  test("reads nothing into the words that quality and realism clauses add", () => {
    const quality =
      "film photograph shot on Hasselblad, raw photo, visible skin pores, unretouched natural skin texture, natural beauty with light skin retouch, authentic user01234567 facial features, professional portrait photography, high detail facial accuracy, face realism, Ultra realistic, Super Portrait";
    expect(sceneFromPrompt(`beach, ${quality}`, 9)).toEqual(sceneFromPrompt("beach", 9));
  });

  test("is the same for the same prompt and seed, and varies with the seed in what the prompt leaves open", () => {
    expect(sceneFromPrompt("garden", 4)).toEqual(sceneFromPrompt("garden", 4));
    const scenes = Array.from({ length: 12 }, (_, seed) => sceneFromPrompt("garden", seed));
    expect(new Set(scenes.map(({ turn }) => turn)).size).toBe(12);
    expect(new Set(scenes.map(({ clothes }) => clothes.kind)).size).toBeGreaterThan(2);
    expect(new Set(scenes.map(({ background }) => background.place))).toEqual(new Set(["garden"]));
  });

  test("changes nothing but what one more word names", () => {
    const plain = sceneFromPrompt("woman in a garden", 8);
    const laughing = sceneFromPrompt("laughing woman in a garden", 8);
    const { smile, squint, mouthOpen, ...others } = laughing;
    expect(others).toEqual({
      ...plain,
      smile: undefined,
      squint: undefined,
      mouthOpen: undefined,
      ...others,
    });
    expect([smile > plain.smile, squint > plain.squint, mouthOpen > plain.mouthOpen]).toEqual([
      true,
      true,
      true,
    ]);
    expect(laughing).toEqual({ ...plain, smile, squint, mouthOpen });
  });

  test("takes any text and keeps every number in its range", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("", "constructor", "__proto__ toString", "日本語、笑顔"),
    );
    fc.assert(
      fc.property(anyText, fc.integer(), (prompt, seed) => {
        const scene = sceneFromPrompt(prompt, seed);
        const { turn, tilt, gaze, smile, squint, mouthOpen, grain, light, background } = scene;
        for (const value of [turn, tilt, gaze]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
        for (const value of [
          smile,
          squint,
          mouthOpen,
          grain,
          light.warmth,
          light.contrast,
          light.brightness,
          background.blur,
        ]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
