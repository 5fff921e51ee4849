import type { Colour } from "./colour.ts";
import { clothesByWord } from "./prompt-clothes.ts";

const colourByWord: Readonly<Record<string, Colour>> = {
  black: "#26262a",
  charcoal: "#36383c",
  grey: "#83837f",
  gray: "#83837f",
  silver: "#b9babb",
  white: "#ece8e0",
  ivory: "#ebe3d0",
  cream: "#e9dfc9",
  beige: "#cdb999",
  sand: "#cbb68f",
  camel: "#b58a57",
  tan: "#b08a60",
  brown: "#6b4a34",
  chocolate: "#4f3325",
  rust: "#9a4a2b",
  terracotta: "#b0603f",
  orange: "#c8702f",
  red: "#9c2f2a",
  crimson: "#8e2434",
  burgundy: "#5f2530",
  pink: "#d3a0a2",
  rose: "#c58c8d",
  purple: "#5d4670",
  lavender: "#a397bb",
  violet: "#66508a",
  blue: "#3f628c",
  navy: "#25314a",
  denim: "#4d6580",
  indigo: "#36406b",
  teal: "#2f6a6b",
  turquoise: "#4f9a9b",
  green: "#41664a",
  olive: "#68683f",
  emerald: "#1f6b4d",
  mint: "#a9c7b0",
  sage: "#8fa088",
  yellow: "#d2ab45",
  mustard: "#b98b2f",
  gold: "#b99650",
};

const groundWords = new Set(["background", "backdrop", "wall", "studio", "paper", "plaster", "seamless"]);
const bodyWords = new Set([
  "hair",
  "haired",
  "eyes",
  "eyed",
  "skin",
  "lips",
  "beard",
  "hour",
  "light",
  "lights",
]);
const wearingWords = new Set(["wearing", "dressed", "wears"]);

/** The colour of what is worn: one before a garment, or one after `wearing` or `dressed in`. */
export function clothesColourIn(words: readonly string[]): Colour | undefined {
  return colourBefore(
    words,
    (word, next) => word in clothesByWord || `${word} ${next}` in clothesByWord,
    wearingWords,
  );
}

/** The colour of a studio, wall or background. */
export function groundColourIn(words: readonly string[]): Colour | undefined {
  return colourBefore(words, (word) => groundWords.has(word), new Set());
}

function colourBefore(
  words: readonly string[],
  isTarget: (word: string, next: string) => boolean,
  openers: ReadonlySet<string>,
): Colour | undefined {
  for (const [index, word] of words.entries()) {
    const colour = Object.hasOwn(colourByWord, word) ? colourByWord[word] : undefined;
    if (colour === undefined || isMonochrome(words, index)) continue;
    const clause = words.slice(index + 1, index + 4);
    const end = clause.findIndex((next) => next === "," || bodyWords.has(next));
    const near = end === -1 ? clause : clause.slice(0, end);
    if (near.some((next, at) => isTarget(next, near[at + 1] ?? ""))) return colour;
    const before = words.slice(Math.max(0, index - 3), index);
    if (
      before.some((previous) => openers.has(previous)) &&
      !near.some((next) => groundWords.has(next)) &&
      end !== 0
    ) {
      return colour;
    }
  }
  return undefined;
}

function isMonochrome(words: readonly string[], index: number): boolean {
  const pair = words.slice(Math.max(0, index - 2), index + 3).join(" ");
  return pair.includes("black and white");
}
