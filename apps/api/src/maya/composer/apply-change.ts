import type { Expression } from "@selfsame/flux-core";
import type { Framing } from "../../photoshoot/collections/collection-schema.ts";
import { type LightId, lightIds, lights } from "./library/lights.ts";
import { moods } from "./library/occasions.ts";
import { places } from "./library/places.ts";
import type { ChangeId } from "./vocabulary/vocabulary-schema.ts";
import { nothingWished, type Wish } from "./wish.ts";

const nearToFar: readonly Framing[] = [
  "close-up",
  "head-and-shoulders",
  "half-length",
  "three-quarter",
  "full-length",
  "wide",
];
const leastToMostSmile: readonly Expression[] = ["neutral", "calm", "soft-smile", "warm-smile", "laughing"];

/** Between the default's 2.8 and what reads as plastic less: one step down (facts of seven months of tuning). */
const lowerGuidance = 2.5;

const neighbour = <T>(ladder: readonly T[], from: T, step: -1 | 1, otherwise: T): T => {
  const at = ladder.indexOf(from);
  if (at === -1) return otherwise;
  return ladder[Math.min(Math.max(at + step, 0), ladder.length - 1)] ?? otherwise;
};

const lightsOfTone = (tone: (typeof lights)[LightId]["tone"][number]): readonly LightId[] =>
  lightIds.filter((id) => lights[id].tone.some((own) => own === tone));

const withTone = (wish: Wish, tone: Parameters<typeof lightsOfTone>[0]): Wish => ({
  ...wish,
  lights: lightsOfTone(tone),
  lightsNamed: false,
});

const withReach = (wish: Wish, reach: "inside" | "outside"): Wish => {
  const still = wish.lights.filter((id) => lights[id].reach === reach || lights[id].reach === "anywhere");
  return {
    ...wish,
    reach,
    places: wish.places.filter((id) => places[id].reach === reach),
    lights: still,
    lightsNamed: wish.lightsNamed && still.length > 0,
    // A place that was kept is on the other side of the door now, and its light with it.
    kept: wish.kept === null ? null : { ...wish.kept, place: "", light: "" },
  };
};

/** A wish after a follow-up such as `closer` or `less smile`; steps stop at the end of their ladder. */
export const applyChange = (wish: Wish, change: ChangeId): Wish => {
  const framing = wish.framing ?? "half-length";
  const [mood] = wish.moods;
  const expression = wish.expression ?? (mood === undefined ? "soft-smile" : moods[mood].expressions[0]);
  switch (change) {
    case "warmer":
      return withTone(wish, "warm");
    case "cooler":
      return withTone(wish, "cool");
    case "darker":
      return withTone(wish, "dark");
    case "brighter":
      return withTone(wish, "bright");
    case "softer":
      return withTone(wish, "soft");
    case "harder":
      return withTone(wish, "hard");
    case "closer":
      return { ...wish, framing: neighbour(nearToFar, framing, -1, "head-and-shoulders") };
    case "wider":
      return { ...wish, framing: neighbour(nearToFar, framing, 1, "three-quarter") };
    case "less-smile":
      return { ...wish, expression: neighbour(leastToMostSmile, expression, -1, "neutral") };
    case "more-smile":
      return { ...wish, expression: neighbour(leastToMostSmile, expression, 1, "soft-smile") };
    case "inside":
    case "outside":
      return withReach(wish, change);
    case "more":
      return wish;
    case "different":
      return {
        ...nothingWished,
        occasion: wish.occasion,
        expression: wish.expression,
        portraits: wish.portraits,
        cards: wish.cards,
        avoided: { ...wish.avoided, places: [...wish.avoided.places, ...wish.places] },
      };
    case "more-like-me":
      return { ...wish, presetId: "strong-likeness", changes: {} };
    case "more-natural":
      return { ...wish, presetId: "natural-expression", changes: { guidance: lowerGuidance } };
  }
};
