import { clothesColourIn, groundColourIn } from "./prompt-colours.ts";
import { longestMatch, wordsOf } from "./prompt-words.ts";
import { clothesByWord } from "./prompt-clothes.ts";
import { expressionByWord, poseByWord } from "./prompt-expressions.ts";
import { framingByWord, monochromeWords } from "./prompt-framings.ts";
import { dayTimeByWord, lightByWord } from "./prompt-lights.ts";
import { placeByWord, seasonByWord, weatherByWord } from "./prompt-places.ts";
import { pick, randomFrom, type Random } from "./seeded-random.ts";
import type { ClothesKind, DayTime, Place, Scene } from "./scene.ts";

/**
 * Reads a scene from an English prompt: framing, pose, expression, light, place, hour, weather, season, clothes
 * and colours. Words it does not know are harmless; what the prompt leaves open follows from the seed.
 *
 * @example sceneFromPrompt("close-up, soft smile, window light", 7).framing // "close"
 */
export function sceneFromPrompt(prompt: string, seed: number): Scene {
  const words = wordsOf(prompt);
  const random = randomFrom(`scene ${seed}`);
  // Every draw is made whatever the prompt says, so one more word changes only what it names.
  const open = openChoices(random);
  const expression = longestMatch(words, expressionByWord) ?? { smile: 0.12 + open.mood * 0.12 };
  const pose = longestMatch(words, poseByWord);
  const light = longestMatch(words, lightByWord);
  const named = longestMatch(words, placeByWord);
  const weather = longestMatch(words, weatherByWord) ?? "clear";
  const place = placeFor(named?.place, light?.place, weather, open.place);
  const time = longestMatch(words, dayTimeByWord) ?? named?.time ?? light?.time ?? "day";
  const garment = longestMatch(words, clothesByWord);
  const season = longestMatch(words, seasonByWord) ?? (weather === "snow" ? "winter" : "summer");
  return {
    framing: longestMatch(words, framingByWord) ?? "bust",
    turn: pose?.turn === undefined ? open.turn : pose.turn * open.side,
    tilt: pose?.tilt === undefined ? open.tilt : pose.tilt * open.side,
    gaze: (pose?.gaze ?? expression.gaze ?? 0) * open.side,
    smile: expression.smile,
    squint: expression.squint ?? Math.max(0, expression.smile - 0.55) * 0.7,
    mouthOpen: expression.mouthOpen ?? 0,
    light: {
      from: light?.from ?? open.lightFrom,
      warmth: light?.warmth ?? warmthOf(time, place),
      contrast: light?.contrast ?? 0.42 + open.contrast * 0.22,
      brightness: light?.brightness ?? (time === "night" ? 0.44 : time === "dusk" ? 0.52 : 0.62),
    },
    background: {
      place,
      colour: groundColourIn(words) ?? open.groundColour,
      time,
      weather,
      blur: 0.55 + open.blur * 0.2,
    },
    clothes: {
      kind: garment ?? clothesFor(place, weather, season, open.clothes),
      colour: clothesColourIn(words) ?? open.clothesColour,
    },
    season,
    grain: 0.4,
    monochrome: longestMatch(words, monochromeWords) ?? false,
    seed,
  };
}

function openChoices(random: Random) {
  const side: -1 | 1 = random() < 0.5 ? -1 : 1;
  return {
    side,
    turn: side * (0.08 + random() * 0.34),
    tilt: (random() - 0.5) * 0.7,
    mood: random(),
    contrast: random(),
    blur: random(),
    lightFrom: pick(random, ["left", "left", "right", "right", "front"] as const),
    place: pick(random, ["studio", "wall", "window", "studio"] as const),
    clothes: pick(random, ["sweater", "shirt", "turtleneck", "blazer", "t-shirt", "coat"] as const),
    groundColour: pick(random, ["#a39a8c", "#8f8577", "#b7a794", "#8b939a", "#9a8577", "#7f8a80"] as const),
    clothesColour: pick(random, [
      "#39424a",
      "#2f4a42",
      "#6c362c",
      "#e4ded2",
      "#7a6a50",
      "#2f3b4c",
      "#9db6c4",
      "#8c7b8a",
      "#b9a27c",
      "#2b2c30",
    ] as const),
  };
}

function placeFor(
  named: Place | undefined,
  lit: Place | undefined,
  weather: Scene["background"]["weather"],
  open: Place,
): Place {
  if (named !== undefined) return named;
  if (lit !== undefined) return lit;
  return weather === "clear" ? open : weather === "rain" ? "street" : "forest";
}

function warmthOf(time: DayTime, place: Place): number {
  if (time === "golden") return 0.86;
  if (time === "dusk") return 0.4;
  if (place === "cafe" || place === "library") return 0.74;
  if (time === "night") return place === "home" ? 0.76 : 0.42;
  return 0.55;
}

function clothesFor(
  place: Place,
  weather: Scene["background"]["weather"],
  season: Scene["season"],
  open: ClothesKind,
): ClothesKind {
  if (weather === "rain" || weather === "snow" || season === "winter") return "coat";
  if (place === "office") return open === "shirt" ? "shirt" : "blazer";
  if (place === "beach") return open === "shirt" ? "shirt" : "t-shirt";
  return open;
}
