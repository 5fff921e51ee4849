import type { Expression } from "@selfsame/flux-core";
import type { Framing } from "../../../photoshoot/collections/collection-schema.ts";
import type { StyleId } from "./clothes.ts";
import type { LightId } from "./lights.ts";
import type { PlaceId } from "./places.ts";

/** What Maya reaches for when the person leaves it to her. */
export interface Leaning {
  readonly style: StyleId;
  readonly places: readonly PlaceId[];
  readonly framings: readonly Framing[];
  readonly expressions: readonly Expression[];
  readonly lights: readonly LightId[];
}

const near = ["head-and-shoulders", "half-length", "close-up"] as const;
const mixed = ["half-length", "three-quarter", "head-and-shoulders", "full-length"] as const;
const roomy = ["three-quarter", "wide", "half-length", "full-length"] as const;

/** What a picture is for. */
export const occasions = {
  profile: {
    style: "business",
    places: ["office", "plain-wall", "library", "street", "stairs"],
    framings: near,
    expressions: ["confident", "soft-smile", "calm"],
    lights: ["window", "open-shade", "overcast", "skylight"],
  },
  website: {
    style: "business",
    places: ["office", "workshop", "cafe", "studio", "courtyard"],
    framings: mixed,
    expressions: ["confident", "soft-smile", "candid"],
    lights: ["window", "morning", "open-shade", "skylight"],
  },
  speaker: {
    style: "business",
    places: ["theatre", "library", "office", "stairs"],
    framings: near,
    expressions: ["confident", "calm", "candid"],
    lights: ["stage", "window", "skylight", "backlight"],
  },
  author: {
    style: "artistic",
    places: ["library", "bookshop", "window-seat", "cafe", "garden"],
    framings: near,
    expressions: ["contemplative", "calm", "neutral"],
    lights: ["window", "lamp", "overcast", "skylight"],
  },
  musician: {
    style: "artistic",
    places: ["theatre", "rooftop", "street", "bar", "plain-wall"],
    framings: mixed,
    expressions: ["neutral", "contemplative", "confident"],
    lights: ["stage", "neon", "night-lamps", "backlight"],
  },
  dating: {
    style: "casual",
    places: ["cafe", "park", "market", "harbour", "kitchen"],
    framings: mixed,
    expressions: ["soft-smile", "candid", "calm"],
    lights: ["golden-hour", "window", "open-shade", "dappled"],
  },
  social: {
    style: "casual",
    places: ["street", "cafe", "rooftop", "beach", "market"],
    framings: mixed,
    expressions: ["candid", "soft-smile", "confident"],
    lights: ["golden-hour", "open-shade", "night-lamps", "hard-sun"],
  },
  birthday: {
    style: "elegant",
    places: ["restaurant", "bar", "garden", "living-room", "rooftop"],
    framings: mixed,
    expressions: ["soft-smile", "candid", "calm"],
    lights: ["lamp", "candle", "golden-hour", "blue-hour"],
  },
  wedding: {
    style: "elegant",
    places: ["garden", "courtyard", "vineyard", "hotel", "terrace"],
    framings: mixed,
    expressions: ["soft-smile", "calm", "candid"],
    lights: ["golden-hour", "dappled", "window", "candle"],
  },
  graduation: {
    style: "elegant",
    places: ["library", "stairs", "courtyard", "park"],
    framings: mixed,
    expressions: ["confident", "soft-smile", "calm"],
    lights: ["open-shade", "window", "golden-hour", "overcast"],
  },
  holidays: {
    style: "casual",
    places: ["living-room", "snow", "kitchen", "window-seat"],
    framings: mixed,
    expressions: ["soft-smile", "calm", "candid"],
    lights: ["candle", "lamp", "firelight", "blue-hour"],
  },
  travel: {
    style: "outdoor",
    places: ["station", "harbour", "old-town", "train", "car"],
    framings: roomy,
    expressions: ["candid", "calm", "contemplative"],
    lights: ["morning", "golden-hour", "overcast", "hard-sun"],
  },
  nature: {
    style: "outdoor",
    places: ["forest", "lake", "mountains", "field", "river"],
    framings: roomy,
    expressions: ["calm", "contemplative", "candid"],
    lights: ["dappled", "fog", "golden-hour", "overcast"],
  },
  sport: {
    style: "outdoor",
    places: ["sports-field", "gym", "mountains", "park"],
    framings: mixed,
    expressions: ["confident", "neutral", "candid"],
    lights: ["morning", "backlight", "hard-sun", "overcast"],
  },
  fashion: {
    style: "elegant",
    places: ["street", "rooftop", "stairs", "old-town", "plain-wall"],
    framings: ["full-length", "three-quarter", "half-length", "wide"],
    expressions: ["neutral", "confident", "contemplative"],
    lights: ["hard-sun", "overcast", "night-lamps", "backlight"],
  },
  evening: {
    style: "elegant",
    places: ["bar", "restaurant", "hotel", "theatre", "street"],
    framings: mixed,
    expressions: ["calm", "confident", "soft-smile"],
    lights: ["lamp", "candle", "night-lamps", "neon"],
  },
  home: {
    style: "casual",
    places: ["kitchen", "living-room", "window-seat", "balcony", "bedroom"],
    framings: mixed,
    expressions: ["calm", "candid", "contemplative"],
    lights: ["window", "morning", "lamp"],
  },
  work: {
    style: "business",
    places: ["office", "workshop", "studio", "greenhouse"],
    framings: mixed,
    expressions: ["confident", "calm", "candid"],
    lights: ["window", "skylight", "lamp"],
  },
  anything: {
    style: "casual",
    places: ["window-seat", "street", "forest", "cafe", "plain-wall", "harbour"],
    framings: mixed,
    expressions: ["calm", "soft-smile", "contemplative", "confident"],
    lights: ["window", "golden-hour", "overcast", "lamp", "dappled"],
  },
} as const satisfies Record<string, Leaning>;

/** What a picture is for, by its id. */
export type OccasionId = keyof typeof occasions;
// Safe: the table above has these keys and no other.
export const occasionIds = Object.freeze(Object.keys(occasions) as OccasionId[]);

/** What the person wants it to feel like: expressions and lights that carry it, likeliest first. */
export const moods = {
  calm: { expressions: ["calm"], lights: ["window", "overcast", "fog", "open-shade"] },
  confident: { expressions: ["confident"], lights: ["hard-sun", "window", "backlight", "skylight"] },
  cosy: { expressions: ["soft-smile", "calm"], lights: ["lamp", "candle", "firelight", "golden-hour"] },
  playful: {
    expressions: ["candid", "soft-smile"],
    lights: ["open-shade", "golden-hour", "morning", "window"],
  },
  serious: { expressions: ["neutral", "contemplative"], lights: ["overcast", "skylight", "window"] },
  thoughtful: { expressions: ["contemplative"], lights: ["window", "overcast", "blue-hour", "lamp"] },
  elegant: { expressions: ["calm", "confident"], lights: ["lamp", "window", "blue-hour", "golden-hour"] },
  romantic: { expressions: ["soft-smile", "calm"], lights: ["golden-hour", "candle", "dappled"] },
  moody: { expressions: ["contemplative", "neutral"], lights: ["night-lamps", "candle", "fog", "skylight"] },
  fresh: { expressions: ["calm", "candid"], lights: ["morning", "open-shade", "window"] },
  friendly: { expressions: ["soft-smile", "candid"], lights: ["window", "golden-hour", "open-shade"] },
  bold: { expressions: ["confident", "neutral"], lights: ["neon", "hard-sun", "backlight"] },
} as const satisfies Record<
  string,
  { readonly expressions: readonly Expression[]; readonly lights: readonly LightId[] }
>;

/** A mood, by its id. */
export type MoodId = keyof typeof moods;
// Safe: the table above has these keys and no other.
export const moodIds = Object.freeze(Object.keys(moods) as MoodId[]);

/** Seasons, and how a place outside is told in them. */
export const seasons = {
  spring: "in early spring",
  summer: "in high summer",
  autumn: "in late autumn",
  winter: "in winter",
} as const;

/** A season, by its id. */
export type SeasonId = keyof typeof seasons;
// Safe: the table above has these keys and no other.
export const seasonIds = Object.freeze(Object.keys(seasons) as SeasonId[]);
