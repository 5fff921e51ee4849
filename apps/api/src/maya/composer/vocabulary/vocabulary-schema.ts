import { expressions } from "@selfsame/flux-core";
import { z } from "zod";
import { framings } from "../../../photoshoot/collections/collection-schema.ts";
import { colourIds, garmentIds } from "../library/clothes.ts";
import { lightIds } from "../library/lights.ts";
import { moodIds, occasionIds, seasonIds } from "../library/occasions.ts";
import { placeIds } from "../library/places.ts";

/** The languages Maya's offline composer speaks. */
export const languages = Object.freeze(["en", "de"] as const);
/** A language of the offline composer. */
export type Language = (typeof languages)[number];

/** What a follow-up can change about what was proposed before. */
export const changeIds = Object.freeze([
  "warmer",
  "cooler",
  "darker",
  "brighter",
  "softer",
  "harder",
  "closer",
  "wider",
  "less-smile",
  "more-smile",
  "inside",
  "outside",
  "more",
  "different",
  "more-like-me",
  "more-natural",
] as const);
/** A change a follow-up asks for. */
export type ChangeId = (typeof changeIds)[number];

/** What else a word can be, besides a thing to photograph. */
export const signalIds = Object.freeze([
  "negation",
  "each",
  "picture",
  "card",
  "last",
  "greeting",
  "thanks",
  "help",
  "passport",
  "instruction",
  "filler",
] as const);
/** What a word does in a sentence. */
export type SignalId = (typeof signalIds)[number];

/** Words and phrases in one text, parted by commas. */
const phrases = z
  .string()
  .min(1)
  .transform((text) => text.split(",").map((phrase) => phrase.trim()))
  .refine((list) => list.every((phrase) => phrase !== ""), { message: "an empty phrase" });
const everyOf = <TId extends string, TValue extends z.ZodType>(ids: readonly TId[], value: TValue) =>
  z.record(z.enum(ids), value);

// Safe: the tables have these keys and no other.
const expressionIds = Object.keys(expressions) as (keyof typeof expressions)[];
const framingIds = Object.keys(framings) as (keyof typeof framings)[];

/** The words of a language: for everything Maya knows, how people say it. */
export const lexicon = z.strictObject({
  place: everyOf(placeIds, phrases),
  garment: everyOf(garmentIds, phrases),
  colour: everyOf(colourIds, phrases),
  light: everyOf(lightIds, phrases),
  mood: everyOf(moodIds, phrases),
  occasion: everyOf(occasionIds, phrases),
  season: everyOf(seasonIds, phrases),
  expression: everyOf(expressionIds, phrases),
  framing: everyOf(framingIds, phrases),
  change: everyOf(changeIds, phrases),
  signal: everyOf(signalIds, phrases),
  /** Number words from one to ten, in order. */
  number: z.array(phrases).length(10),
  /** First to sixth, in order. */
  ordinal: z.array(phrases).length(6),
});

const sentence = z.string().min(2).max(240);
const label = z.string().min(2).max(40);

/** What Maya says in a language. `{…}` is filled in. */
export const answers = z.strictObject({
  introduction: sentence,
  proposal: z.array(sentence).min(2),
  followUp: z.array(sentence).min(2),
  askBack: z.array(sentence).min(2),
  greeting: sentence,
  thanks: sentence,
  leftOut: sentence,
  smallSmile: sentence,
  laughing: sentence,
  fewest: sentence,
  mostEach: sentence,
  passport: sentence,
  strongLikeness: sentence,
  noSuchCard: sentence,
  namesSomeone: sentence,
  givesInstructions: sentence,
  place: everyOf(placeIds, label),
  light: everyOf(lightIds, label),
  whyLight: everyOf(lightIds, sentence),
  whyFraming: everyOf(framingIds, sentence),
});

/** One language of the offline composer. */
export interface Vocabulary {
  readonly language: Language;
  readonly words: z.infer<typeof lexicon>;
  readonly answers: z.infer<typeof answers>;
}
