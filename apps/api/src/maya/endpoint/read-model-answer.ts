import { parsePartialJson } from "ai";
import { z } from "zod";
import { checkDraft } from "../check-draft.ts";
import { cardCount, type ConceptCard } from "../concept-card.ts";

const longestSaid = 1_200;
const answer = z.object({ says: z.string().default(""), cards: z.array(z.unknown()).default([]) });

/** What a model answered: what it says, and its cards, checked. */
export interface ModelAnswer {
  readonly says: string;
  readonly cards: readonly ConceptCard[];
  /** Why cards were refused, for the model to mend; empty when all of them, or enough, are good. */
  readonly problems: readonly string[];
}

/** The JSON in a text: models put fences and pleasantries around it. */
const jsonIn = (text: string): string => text.slice(Math.max(text.indexOf("{"), 0)).replace(/\}[^}]*$/, "}");

/** What the text says so far, as far as it has come; what is cut in the middle of an escape is left for later. */
export const readSaid = async (text: string): Promise<string> => {
  const start = text.indexOf("{");
  if (start === -1) return "";
  const { value } = await parsePartialJson(text.slice(start));
  const read = answer.safeParse(value);
  return read.success ? read.data.says.slice(0, longestSaid) : "";
};

/** Reads a whole answer, or `null` when there is no object in it. Cards that cannot be cards are left out. */
export const readModelAnswer = async (text: string): Promise<ModelAnswer | null> => {
  if (!text.includes("{")) return null;
  const { value } = await parsePartialJson(jsonIn(text));
  const read = answer.safeParse(value);
  if (!read.success) return null;
  const checked = read.data.cards.slice(0, cardCount.most).map(checkDraft);
  const cards = checked.flatMap((one) => (one.ok ? [one.value] : []));
  const refused = checked.flatMap((one, at) => (one.ok ? [] : [`Card ${at + 1}: ${one.error.message}`]));
  const enough = checked.length === 0 || cards.length >= cardCount.least;
  const tooFew = [
    `There are ${cards.length} good cards; ${cardCount.least} to ${cardCount.most} are needed.`,
  ];
  return {
    says: read.data.says.slice(0, longestSaid),
    cards,
    problems: enough ? [] : [...refused, ...tooFew],
  };
};
