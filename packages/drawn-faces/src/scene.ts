import type { Colour } from "./colour.ts";

/** How much of the person is in the picture: the face, head and shoulders, to the waist, or most of the figure. */
export type Framing = (typeof framings)[number];

/** All framings, from near to far. */
export const framings = ["close", "bust", "half", "wide"] as const;

/** Where the picture is taken. */
export type Place = (typeof places)[number];

/** All places. */
export const places = [
  "studio",
  "wall",
  "window",
  "cafe",
  "street",
  "night-street",
  "garden",
  "forest",
  "harbour",
  "beach",
  "mountains",
  "office",
  "library",
  "home",
] as const;

/** What is worn. */
export type ClothesKind = (typeof clothesKinds)[number];

/** All kinds of clothes. */
export const clothesKinds = [
  "t-shirt",
  "sweater",
  "turtleneck",
  "shirt",
  "blazer",
  "suit",
  "coat",
  "hoodie",
  "leather-jacket",
  "dress",
] as const;

/** Where the main light comes from, as seen by the viewer. */
export type LightFrom = (typeof lightDirections)[number];

/** All directions of light. */
export const lightDirections = ["left", "right", "front", "top", "behind"] as const;

/** The hour, as far as it colours a place. */
export type DayTime = (typeof dayTimes)[number];

/** All hours. */
export const dayTimes = ["day", "golden", "dusk", "night"] as const;

/** The weather before and behind the person. */
export type Weather = (typeof weathers)[number];

/** All weathers. */
export const weathers = ["clear", "mist", "rain", "snow"] as const;

/** The season, as far as it colours leaves and light. */
export type Season = (typeof seasons)[number];

/** All seasons. */
export const seasons = ["spring", "summer", "autumn", "winter"] as const;

/** How one picture is taken: everything that is not who the person is. */
export interface Scene {
  readonly framing: Framing;
  /** The head's turn: -1 is 34 degrees to the left of the picture, 0 straight ahead, 1 to the right. */
  readonly turn: number;
  /** The head's tilt: -1 is 10 degrees to the left, 1 to the right. */
  readonly tilt: number;
  /** Where the eyes look: -1 left, 0 at the viewer, 1 right. */
  readonly gaze: number;
  /** 0: a calm mouth; 1: a wide smile with teeth. */
  readonly smile: number;
  /** 0: open eyes; 1: narrowed as in hearty laughter. */
  readonly squint: number;
  /** 0: closed; 1: open. */
  readonly mouthOpen: number;
  readonly light: {
    readonly from: LightFrom;
    /** 0: cold; 1: warm. */
    readonly warmth: number;
    /** 0: flat; 1: deep shadows. */
    readonly contrast: number;
    /** 0: dim; 1: bright. */
    readonly brightness: number;
  };
  readonly background: {
    readonly place: Place;
    /** The main colour of a studio or a wall; other places have their own. */
    readonly colour: Colour;
    readonly time: DayTime;
    readonly weather: Weather;
    /** 0: sharp; 1: far out of focus. */
    readonly blur: number;
  };
  readonly clothes: { readonly kind: ClothesKind; readonly colour: Colour };
  readonly season: Season;
  /** 0: clean; 1: strong film grain. */
  readonly grain: number;
  /** True for black and white. */
  readonly monochrome: boolean;
  /** What the chance of small things (leaves, strands, lights) is drawn from. */
  readonly seed: number;
}

/** A calm head-and-shoulders picture before a warm grey studio ground. */
export const plainScene: Scene = {
  framing: "bust",
  turn: 0,
  tilt: 0,
  gaze: 0,
  smile: 0.1,
  squint: 0,
  mouthOpen: 0,
  light: { from: "left", warmth: 0.55, contrast: 0.5, brightness: 0.6 },
  background: { place: "studio", colour: "#a39a8c", time: "day", weather: "clear", blur: 0.6 },
  clothes: { kind: "sweater", colour: "#39424a" },
  season: "summer",
  grain: 0.4,
  monochrome: false,
  seed: 1,
};
