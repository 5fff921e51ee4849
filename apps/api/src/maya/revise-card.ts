import { type Framing, framings } from "../photoshoot/collections/collection-schema.ts";
import type { ConceptCard, ConceptDraft } from "./concept-card.ts";

/** What a person may change on a card; what is left out stays. */
export type CardChanges = { readonly [TField in keyof Omit<ConceptDraft, "why">]?: ConceptDraft[TField] };

const clauseFields = ["clothes", "place", "light"] as const;

/** A clause of a brief in other words: in the place of the old ones where they stand there, else at its end. */
const rephrased = (brief: string, before: string, after: string): string => {
  if (before === after) return brief;
  const at = brief.indexOf(before);
  return at === -1 ? `${brief}, ${after}` : `${brief.slice(0, at)}${after}${brief.slice(at + before.length)}`;
};

const reframed = (brief: string, before: Framing, after: Framing): string => {
  if (before === after) return brief;
  return brief.startsWith(framings[before])
    ? `${framings[after]}${brief.slice(framings[before].length)}`
    : `${framings[after]}, ${brief}`;
};

/**
 * A card with changes of the person's as a draft, to be checked like anybody's. Where the brief itself is left alone,
 * new words for framing, clothes, place or light go into it: the brief is what is made, the rest is what one reads.
 */
export const reviseCard = ({ cost: _cost, ...card }: ConceptCard, changes: CardChanges): ConceptDraft => {
  const revised: ConceptDraft = { ...card, ...changes };
  if (changes.brief !== undefined && changes.brief !== card.brief) return revised;
  const framed = reframed(card.brief, card.framing, revised.framing);
  const brief = clauseFields.reduce((sofar, field) => rephrased(sofar, card[field], revised[field]), framed);
  return { ...revised, brief };
};
