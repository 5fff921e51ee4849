import { cardCount } from "../concept-card.ts";
import { outputLimits } from "../../studio/limits.ts";
import type { Found, Reading } from "./read-request.ts";

/** The numbers of a request, each by what it counts; null where nothing was counted. */
export interface Counts {
  /** Cards to show, within what an answer can have. */
  readonly cards: number | null;
  /** Portraits of each, within what a generation can have. */
  readonly portraits: number | null;
  /** Which card from before is meant, counted from one; -1 is the last. */
  readonly card: number | null;
  readonly fewerThanLeast: boolean;
  readonly moreThanMostEach: boolean;
}

const within = (number: number, least: number, most: number): number =>
  Math.min(Math.max(number, least), most);

const hasSignal = (found: readonly Found[], id: string, from: number, to: number): boolean =>
  found.some((one) => one.kind === "signal" && one.id === id && one.at >= from && one.at <= to);

/** What the numbers of a request count: `two of each` portraits, `four ideas` cards, `the second` a card from before. */
export const readCounts = ({ found }: Reading): Counts => {
  let cards: number | null = null;
  let portraits: number | null = null;
  let card: number | null = hasSignal(found, "last", 0, Infinity) ? -1 : null;
  for (const one of found) {
    if (one.kind === "ordinal") card = one.id;
    if (one.kind !== "number") continue;
    if (hasSignal(found, "each", one.at - 2, one.at + 3)) portraits = one.id;
    else if (hasSignal(found, "card", one.at - 1, one.at - 1)) card = one.id;
    else if (hasSignal(found, "picture", one.at + 1, one.at + 3)) cards = one.id;
  }
  // More pictures than cards: every card is made more than once, and never more than was asked for.
  if (cards !== null && cards > cardCount.most && portraits === null)
    portraits = Math.min(Math.floor(cards / cardCount.most), outputLimits.maximum);
  return {
    cards: cards === null ? null : within(cards, cardCount.least, cardCount.most),
    portraits: portraits === null ? null : within(portraits, outputLimits.minimum, outputLimits.maximum),
    card,
    fewerThanLeast: cards !== null && cards < cardCount.least,
    moreThanMostEach: portraits !== null && portraits > outputLimits.maximum,
  };
};
