import type { PlaceId } from "./places.ts";

/** Where a light is to be had. */
type Reach = "inside" | "outside" | "anywhere";

/** A light, as Maya knows it. */
export interface Light {
  readonly reach: Reach;
  /** The only places where Maya would think of it herself; a person may ask for it anywhere. */
  readonly suits?: readonly PlaceId[];
  readonly tone: readonly ("warm" | "cool" | "dark" | "bright" | "soft" | "hard")[];
  /** What FLUX is told: each comes from a side and leaves something in shade. */
  readonly phrases: readonly [string, ...string[]];
}

/** The lights Maya knows. */
export const lights = {
  window: {
    reach: "inside",
    tone: ["soft", "bright"],
    phrases: [
      "window light from the left with the far side in shade",
      "soft daylight from a side window fading into the room",
    ],
  },
  lamp: {
    reach: "inside",
    tone: ["warm"],
    phrases: [
      "one warm lamp from the side and a dim room behind",
      "amber lamp light from below left with the corners dark",
    ],
  },
  candle: {
    reach: "anywhere",
    suits: [
      "restaurant",
      "bar",
      "kitchen",
      "living-room",
      "bedroom",
      "window-seat",
      "terrace",
      "garden",
      "balcony",
      "courtyard",
    ],
    tone: ["warm", "dark"],
    phrases: [
      "candlelight from below on one side with the rest nearly dark",
      "a few candles at one side and deep brown shadow behind",
    ],
  },
  skylight: {
    reach: "inside",
    suits: [
      "museum",
      "studio",
      "workshop",
      "library",
      "greenhouse",
      "stairs",
      "plain-wall",
      "office",
      "gym",
      "kitchen",
    ],
    tone: ["cool", "soft"],
    phrases: [
      "cool light from a skylight above with the lower half in shade",
      "north light from high up falling off along the wall",
    ],
  },
  morning: {
    reach: "anywhere",
    tone: ["bright", "soft"],
    phrases: [
      "early sun from one side with long pale shadows",
      "low morning light slanting in and leaving one side cool",
    ],
  },
  "golden-hour": {
    reach: "anywhere",
    tone: ["warm"],
    phrases: [
      "low golden sun from behind one shoulder with the front in warm shade",
      "late sun raking in from the right with long shadows",
    ],
  },
  overcast: {
    reach: "outside",
    tone: ["cool", "soft"],
    phrases: [
      "grey sky light from above with a darker side away from it",
      "overcast light from the open side with the other side dull",
    ],
  },
  "open-shade": {
    reach: "outside",
    tone: ["soft", "bright"],
    phrases: [
      "open shade with a bounce of sun from the ground on one side",
      "cool shade with a bright strip of sky from the left",
    ],
  },
  dappled: {
    reach: "outside",
    suits: ["park", "garden", "forest", "courtyard", "terrace", "river", "vineyard", "castle"],
    tone: ["soft"],
    phrases: [
      "sun through leaves in broken patches with one side in green shade",
      "dappled light from overhead over a shaded background",
    ],
  },
  "blue-hour": {
    reach: "outside",
    tone: ["cool", "dark"],
    phrases: [
      "the blue hour with one warm lamp from the side",
      "deep blue dusk behind and a little last light from the left",
    ],
  },
  "night-lamps": {
    reach: "outside",
    suits: [
      "street",
      "old-town",
      "bridge",
      "market",
      "station",
      "harbour",
      "courtyard",
      "snow",
      "car",
      "rooftop",
      "balcony",
      "park",
    ],
    tone: ["dark"],
    phrases: ["a lamp from above left with night all round", "lamp light from one side and darkness behind"],
  },
  neon: {
    reach: "anywhere",
    suits: ["bar", "street", "cafe", "restaurant", "rooftop", "station", "gym", "theatre", "plain-wall"],
    tone: ["dark", "hard"],
    phrases: [
      "a red neon sign from one side and blue night from the other",
      "coloured sign light from above with the far side nearly black",
    ],
  },
  backlight: {
    reach: "anywhere",
    tone: ["hard", "bright"],
    phrases: [
      "strong light from behind with the front left dim",
      "a bright opening behind and only a soft edge of light",
    ],
  },
  "hard-sun": {
    reach: "outside",
    tone: ["hard", "bright"],
    phrases: [
      "hard noon sun from above right with short dark shadows",
      "bare sun from one side cutting a sharp-edged shadow",
    ],
  },
  fog: {
    reach: "outside",
    tone: ["soft", "cool"],
    phrases: [
      "milky light from the right with darker mist behind",
      "thin fog lit from one side and fading to grey",
    ],
  },
  firelight: {
    reach: "anywhere",
    suits: [
      "living-room",
      "kitchen",
      "bar",
      "garden",
      "forest",
      "beach",
      "lake",
      "mountains",
      "field",
      "snow",
      "castle",
    ],
    tone: ["warm", "dark"],
    phrases: [
      "firelight from below on one side and dusk on the other",
      "a low fire to the right with darkness behind",
    ],
  },
  stage: {
    reach: "inside",
    suits: ["theatre", "bar", "gym"],
    tone: ["hard", "dark"],
    phrases: [
      "one stage lamp from above left and an unlit hall behind",
      "a single spot from the side with darkness all round",
    ],
  },
} as const satisfies Record<string, Light>;

/** A light, by its id. */
export type LightId = keyof typeof lights;
// Safe: the table above has these keys and no other.
export const lightIds = Object.freeze(Object.keys(lights) as LightId[]);
