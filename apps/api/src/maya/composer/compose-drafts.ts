import type { Expression } from "@selfsame/flux-core";
import type { Framing } from "../../photoshoot/collections/collection-schema.ts";
import { renderShot } from "../../photoshoot/render-shot.ts";
import type { ConceptDraft } from "../concept-card.ts";
import { chooseClothes } from "./choose-clothes.ts";
import { type Light, type LightId, lightIds, lights } from "./library/lights.ts";
import { moods, occasions, seasons } from "./library/occasions.ts";
import { type PlaceId, placeIds, places } from "./library/places.ts";
import type { SeededChoice } from "./seeded-choice.ts";
import type { Vocabulary } from "./vocabulary/vocabulary-schema.ts";
import type { Wish } from "./wish.ts";

const usualCards = 4;
/** With fewer places to choose from than this, Maya looks beyond what the purpose suggests. */
const fewestPlaces = 2;
/** Every further look at the same wish turns each list by one; more than this many never differ again. */
const mostTries = 40;

const nearMoments = [
  "looking just past the lens",
  "facing the camera quietly",
  "turning back towards the light",
  "looking down for a moment",
  "with the shoulders turned a little aside",
  "listening to somebody off camera",
] as const;
const openMoments = [
  "standing still and looking ahead",
  "walking slowly towards the camera",
  "turning round as if called",
  "waiting with a coat over one shoulder",
] as const;
const lenses = {
  near: ["85mm lens with fine film grain", "85mm lens focused close", "90mm lens with a soft background"],
  middle: [
    "50mm lens with fine film grain",
    "50mm lens with gentle contrast",
    "phone camera picture with honest colours",
  ],
  far: ["35mm lens with a little grain", "35mm lens from a few steps away", "28mm lens with room around"],
} as const;

const distanceOf = (framing: Framing): keyof typeof lenses => {
  if (framing === "close-up" || framing === "head-and-shoulders") return "near";
  return framing === "wide" || framing === "full-length" ? "far" : "middle";
};

const reaches = (light: LightId, place: PlaceId): boolean =>
  lights[light].reach === "anywhere" || lights[light].reach === places[place].reach;

const suits = (light: LightId, place: PlaceId): boolean => {
  const { suits: only }: Light = lights[light];
  return reaches(light, place) && (only === undefined || only.includes(place));
};

const turned = <T>(list: readonly [T, ...T[]] | readonly T[], by: number, otherwise: T): T =>
  list[by % Math.max(list.length, 1)] ?? otherwise;

/** The places to choose from: those asked for, else those the purpose suggests, else any that the rest allows. */
const placesFor = (wish: Wish): readonly PlaceId[] => {
  if (wish.places.length > 0) return wish.places;
  const allowed = (id: PlaceId): boolean =>
    !wish.avoided.places.includes(id) &&
    (wish.reach === null || places[id].reach === wish.reach) &&
    (!wish.lightsNamed || wish.lights.some((light) => reaches(light, id)));
  const leaning: readonly PlaceId[] = occasions[wish.occasion ?? "anything"].places;
  const suggested = leaning.filter(allowed);
  return suggested.length >= fewestPlaces ? suggested : placeIds.filter(allowed);
};

const lightsFor = (wish: Wish, place: PlaceId): readonly LightId[] => {
  if (wish.lightsNamed && wish.lights.length > 0) return wish.lights;
  const leaning: readonly LightId[] = occasions[wish.occasion ?? "anything"].lights;
  const ofMood = wish.moods.flatMap((mood): readonly LightId[] => moods[mood].lights);
  const allowed = (list: readonly LightId[]) =>
    list.filter((id) => suits(id, place) && !wish.avoided.lights.includes(id));
  return [wish.lights, ofMood, leaning, lightIds].map(allowed).find((list) => list.length > 0) ?? lightIds;
};

const expressionsFor = (wish: Wish): readonly Expression[] => {
  if (wish.expression !== null) return [wish.expression];
  const ofMood = wish.moods.flatMap((mood): readonly Expression[] => moods[mood].expressions);
  return ofMood.length > 0 ? ofMood : occasions[wish.occasion ?? "anything"].expressions;
};

const told = (place: PlaceId, { season }: Wish): string =>
  season === null || places[place].reach === "inside"
    ? places[place].phrase
    : `${places[place].phrase} ${seasons[season]}`;

/** A wish as drafts of cards, no two of them with the same brief; the same choice gives the same drafts. */
export const composeDrafts = (
  wish: Wish,
  { answers }: Vocabulary,
  choice: SeededChoice,
): readonly ConceptDraft[] => {
  const placeOrder = choice.shuffle(placesFor(wish));
  const framingOrder: readonly Framing[] =
    wish.framing === null ? choice.shuffle(occasions[wish.occasion ?? "anything"].framings) : [wish.framing];
  const expressionOrder = expressionsFor(wish);
  const clothesOrder = choice.shuffle(chooseClothes(wish, placeOrder));
  const lightOrder = choice.shuffle(lightIds);
  const openOrder = choice.shuffle(openMoments);
  const nearOrder = choice.shuffle(nearMoments);
  const ranked = (place: PlaceId): readonly LightId[] => {
    const candidates = lightsFor(wish, place);
    return lightOrder.filter((id) => candidates.includes(id));
  };

  const drafts: ConceptDraft[] = [];
  const wanted = wish.cards ?? usualCards;
  for (let at = 0; drafts.length < wanted && at < mostTries; at++) {
    const place = turned(placeOrder, at, "plain-wall");
    const light = turned(ranked(place), at, "window");
    const framing = turned(framingOrder, at, "half-length");
    const expression = turned(expressionOrder, at, "calm");
    const round = Math.floor(at / Math.max(placeOrder.length, 1));
    const ownPlace = wish.kept === null || wish.kept.place === "";
    const moment =
      distanceOf(framing) === "near"
        ? turned(nearOrder, at, nearMoments[0])
        : turned(ownPlace ? [...places[place].moments, ...openOrder] : openOrder, round, openMoments[0]);
    const shot = {
      framing,
      moment,
      clothes: wish.kept?.clothes || turned(clothesOrder, at, "plain dark knit"),
      place: ownPlace ? told(place, wish) : (wish.kept?.place ?? ""),
      light: wish.kept?.light || turned(lights[light].phrases, at, lights[light].phrases[0]),
      lens: turned(lenses[distanceOf(framing)], at, lenses.middle[0]),
      expression,
    };
    const { brief } = renderShot(shot);
    if (drafts.some((draft) => draft.brief === brief)) continue;
    const where = ownPlace ? answers.place[place] : (wish.kept?.title.split(",")[0] ?? answers.place[place]);
    const lit = wish.kept?.light
      ? (wish.kept.title.split(",")[1]?.trim() ?? answers.light[light])
      : answers.light[light];
    drafts.push({
      title: `${where}, ${lit}`.slice(0, 60),
      why:
        ranked(place).length > 1 && !wish.kept?.light ? answers.whyLight[light] : answers.whyFraming[framing],
      brief,
      expression,
      framing,
      light: shot.light,
      place: shot.place,
      clothes: shot.clothes,
      presetId: wish.presetId,
      changes: wish.changes,
      portraits: wish.portraits,
    });
  }
  return drafts;
};
