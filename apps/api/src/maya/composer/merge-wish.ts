import type { ConceptCard } from "../concept-card.ts";
import { applyChange } from "./apply-change.ts";
import type { ColourId } from "./library/clothes.ts";
import { places } from "./library/places.ts";
import type { Counts } from "./read-counts.ts";
import type { Found, Reading } from "./read-request.ts";
import { nothingWished, type Wish } from "./wish.ts";

type Kind = Found["kind"];
type IdOf<TKind extends Kind> = Extract<Found, { kind: TKind }>["id"];

/** How many words a colour may stand before its garment. */
const colourReach = 2;

const idsOf = <TKind extends Kind>(
  found: readonly Found[],
  kind: TKind,
  negated: boolean,
): readonly IdOf<TKind>[] =>
  found
    .filter((one) => one.kind === kind && one.negated === negated)
    // Safe: only meanings of this kind are left.
    .map(({ id }) => id as IdOf<TKind>);

const clothesOf = (found: readonly Found[]): Pick<Wish, "clothes" | "colours"> => {
  const own = new Set<Found>();
  const clothes: { garment: IdOf<"garment">; colour: ColourId | null }[] = [];
  for (const one of found) {
    if (one.kind !== "garment" || one.negated) continue;
    const colour = found.findLast(
      (near): near is Extract<Found, { kind: "colour" }> =>
        near.kind === "colour" && !near.negated && near.at <= one.at && one.at - near.at <= colourReach,
    );
    if (colour !== undefined) own.add(colour);
    clothes.push({ garment: one.id, colour: colour?.id ?? null });
  }
  const colours = idsOf(
    found.filter((one) => !own.has(one)),
    "colour",
    false,
  );
  return { clothes, colours };
};

/** A wish that starts from a card of before: what it shows stays until something else is said. */
const startFrom = (wish: Wish, card: ConceptCard): Wish => ({
  ...wish,
  places: [],
  reach: null,
  lights: [],
  clothes: [],
  colours: [],
  season: null,
  framing: card.framing,
  expression: card.expression,
  kept: { place: card.place, light: card.light, clothes: card.clothes, title: card.title },
});

const isNewOccasion = (wish: Wish, occasion: Wish["occasion"]): boolean =>
  occasion !== null && wish.occasion !== null && wish.occasion !== occasion && occasion !== "anything";

/** Which card of before is meant, if there is such a one. */
export const cardMeant = (
  counts: Counts,
  cards: readonly ConceptCard[],
): ConceptCard | "no such card" | null => {
  if (counts.card === null || cards.length === 0) return null;
  return cards.at(counts.card === -1 ? -1 : counts.card - 1) ?? "no such card";
};

/** What a person wants after one more turn: what was said now goes before what was said earlier. */
export const mergeWish = (
  before: Wish,
  { found }: Reading,
  counts: Counts,
  card: ConceptCard | null,
): Wish => {
  const [occasion = null] = idsOf(found, "occasion", false);
  let wish: Wish = isNewOccasion(before, occasion)
    ? { ...nothingWished, avoided: before.avoided, portraits: before.portraits }
    : before;
  if (card !== null) wish = startFrom(wish, card);
  for (const change of idsOf(found, "change", false)) wish = applyChange(wish, change);

  const said = {
    moods: idsOf(found, "mood", false),
    places: idsOf(found, "place", false),
    lights: idsOf(found, "light", false),
    ...clothesOf(found),
  };
  const [season = wish.season] = idsOf(found, "season", false);
  const [framing = wish.framing] = idsOf(found, "framing", false);
  const [saidExpression] = idsOf(found, "expression", false);
  const refusedExpression = idsOf(found, "expression", true).length > 0;
  const expression = saidExpression ?? (refusedExpression ? "neutral" : wish.expression);
  const avoided = {
    places: [...wish.avoided.places, ...idsOf(found, "place", true)].filter(
      (id) => !said.places.includes(id),
    ),
    lights: [...wish.avoided.lights, ...idsOf(found, "light", true)].filter(
      (id) => !said.lights.includes(id),
    ),
    garments: [...wish.avoided.garments, ...idsOf(found, "garment", true)].filter(
      (id) => !said.clothes.some(({ garment }) => garment === id),
    ),
  };
  const dressed = said.clothes.length > 0 || said.colours.length > 0;
  const clothes =
    said.clothes.length > 0 ? said.clothes : said.colours.length > 0 ? recoloured(wish) : wish.clothes;
  const [firstPlace] = said.places;
  return {
    ...wish,
    occasion: occasion ?? wish.occasion,
    moods: said.moods.length > 0 ? said.moods : wish.moods,
    places: (said.places.length > 0 ? said.places : wish.places).filter((id) => !avoided.places.includes(id)),
    reach: firstPlace === undefined ? wish.reach : places[firstPlace].reach,
    lights: (said.lights.length > 0 ? said.lights : wish.lights).filter((id) => !avoided.lights.includes(id)),
    lightsNamed: said.lights.length > 0 || wish.lightsNamed,
    clothes: clothes.filter(({ garment }) => !avoided.garments.includes(garment)),
    colours: dressed ? said.colours : wish.colours,
    season,
    framing,
    expression,
    avoided,
    cards: counts.cards ?? wish.cards,
    portraits: counts.portraits ?? wish.portraits,
    kept:
      wish.kept === null
        ? null
        : {
            ...wish.kept,
            ...(said.places.length > 0 ? { place: "" } : {}),
            ...(said.lights.length > 0 || wish.lights.length > 0 ? { light: "" } : {}),
            ...(dressed ? { clothes: "" } : {}),
          },
  };
};

/** The clothes of before in no colour of their own, so that a new colour is theirs. */
const recoloured = (wish: Wish): Wish["clothes"] =>
  wish.clothes.map(({ garment }) => ({ garment, colour: null }));
