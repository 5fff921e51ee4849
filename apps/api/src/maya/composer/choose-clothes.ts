import { type ColourId, colours, garments, outfits, plainGarments, type StyleId } from "./library/clothes.ts";
import { occasions } from "./library/occasions.ts";
import type { PlaceId } from "./library/places.ts";
import type { Wish } from "./wish.ts";

const partOrder = ["whole", "outer", "top", "bottom", "extra"] as const;
/** Places where one would freeze, slip or spoil things in the clothes of a town. */
const rough: ReadonlySet<PlaceId> = new Set([
  "forest",
  "mountains",
  "lake",
  "beach",
  "harbour",
  "snow",
  "field",
]);

const told = (phrase: string, colour: ColourId | null): string =>
  colour === null ? phrase : `${colours[colour]} ${phrase}`;

const plural = /(?:jeans|trousers|boots|clothes|overalls)$/;

const withArticle = (phrase: string): string =>
  plural.test(phrase) ? phrase : `${/^[aeiou]/.test(phrase) ? "an" : "a"} ${phrase}`;

const styleFor = (wish: Wish, places: readonly PlaceId[]): StyleId => {
  if (wish.moods.includes("elegant")) return "elegant";
  const { style } = occasions[wish.occasion ?? "anything"];
  const outdoors = style === "casual" && places.every((place) => rough.has(place));
  if (style === "casual" && (outdoors || wish.season === "winter") && wish.season !== "summer")
    return "outdoor";
  return style === "outdoor" && wish.season === "summer" ? "casual" : style;
};

/**
 * The outfits to choose from: the garments that were named, in their colours and from the outside in; else the
 * colours that were named on something plain; else what the purpose, the place and the season suggest.
 */
export const chooseClothes = (wish: Wish, places: readonly PlaceId[]): readonly string[] => {
  const [colour = null, ...moreColours] = wish.colours;
  if (wish.clothes.length > 0) {
    const [first, ...others] = wish.clothes
      .map(({ garment, colour: own }) => ({ ...garments[garment], own }))
      .toSorted((one, other) => partOrder.indexOf(one.part) - partOrder.indexOf(other.part));
    if (first === undefined) return [];
    const main = told(first.phrase, first.own ?? colour);
    return [[main, ...others.map(({ phrase, own }) => withArticle(told(phrase, own)))].reduce(joined)];
  }
  if (colour !== null)
    return [colour, ...moreColours].flatMap((each) => plainGarments.map((phrase) => told(phrase, each)));
  const style = outfits[styleFor(wish, places)];
  const avoided = wish.avoided.garments.map((id) => id.replaceAll("-", " "));
  const left = style.filter((outfit) => !avoided.some((word) => outfit.includes(word)));
  return left.length > 0 ? left : ["plain dark knit and simple trousers"];
};

const joined = (outfit: string, next: string, at: number): string =>
  `${outfit} ${at === 1 ? "with" : "and"} ${next}`;
