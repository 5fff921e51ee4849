import type { Expression, PresetId } from "@selfsame/flux-core";
import type { Framing } from "../../photoshoot/collections/collection-schema.ts";
import type { ConceptCard, ConceptDraft } from "../concept-card.ts";
import type { ColourId, GarmentId } from "./library/clothes.ts";
import type { LightId } from "./library/lights.ts";
import type { MoodId, OccasionId, SeasonId } from "./library/occasions.ts";
import type { PlaceId } from "./library/places.ts";

/** What a person wants, gathered over the whole conversation; what is empty or null is left to Maya. */
export interface Wish {
  readonly occasion: OccasionId | null;
  readonly moods: readonly MoodId[];
  readonly places: readonly PlaceId[];
  readonly reach: "inside" | "outside" | null;
  readonly lights: readonly LightId[];
  /** Whether the lights were named, and not only their tone: then they hold at any place. */
  readonly lightsNamed: boolean;
  readonly clothes: readonly { readonly garment: GarmentId; readonly colour: ColourId | null }[];
  /** Colours that were not said of one garment. */
  readonly colours: readonly ColourId[];
  readonly season: SeasonId | null;
  readonly expression: Expression | null;
  readonly framing: Framing | null;
  readonly avoided: {
    readonly places: readonly PlaceId[];
    readonly lights: readonly LightId[];
    readonly garments: readonly GarmentId[];
  };
  /** Cards to show; null is Maya's own number. */
  readonly cards: number | null;
  readonly portraits: number;
  readonly presetId: PresetId;
  readonly changes: ConceptDraft["changes"];
  /** A card from before that the next ones start from, as far as nothing else was said. */
  readonly kept: Pick<ConceptCard, "place" | "light" | "clothes" | "title"> | null;
}

export const nothingWished: Wish = {
  occasion: null,
  moods: [],
  places: [],
  reach: null,
  lights: [],
  lightsNamed: false,
  clothes: [],
  colours: [],
  season: null,
  expression: null,
  framing: null,
  avoided: { places: [], lights: [], garments: [] },
  cards: null,
  portraits: 1,
  presetId: "natural-expression",
  changes: {},
  kept: null,
};
