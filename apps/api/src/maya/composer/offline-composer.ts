import { checkDraft } from "../check-draft.ts";
import { cardCount, type ConceptCard } from "../concept-card.ts";
import { findRefusal } from "../find-refusal.ts";
import type { RequestRefusal, StylistEngine, StylistEvent, StylistTurn } from "../stylist-engine.ts";
import { composeDrafts } from "./compose-drafts.ts";
import { cardMeant, mergeWish } from "./merge-wish.ts";
import { readCounts } from "./read-counts.ts";
import { type Reading, readRequest } from "./read-request.ts";
import { seededChoice } from "./seeded-choice.ts";
import type { Language, SignalId } from "./vocabulary/vocabulary-schema.ts";
import { vocabularies } from "./vocabulary/vocabularies.ts";
import { nothingWished, type Wish } from "./wish.ts";
import { type Remark, writeAnswer } from "./write-answer.ts";

/** What the conversation has come to with the person's last turn. */
interface Standing {
  readonly wish: Wish;
  readonly language: Language;
  readonly reading: Reading | null;
  readonly remarks: readonly Remark[];
  readonly refusal: RequestRefusal | null;
}

const beginning: Standing = {
  wish: nothingWished,
  language: "en",
  reading: null,
  remarks: [],
  refusal: null,
};
const wordWithSpace = /\S+\s*/g;

const hasSignal = ({ found }: Reading, id: SignalId): boolean =>
  found.some((one) => one.kind === "signal" && one.id === id);

/** Whether a turn says anything a picture could be made of. */
const saysSomething = ({ found }: Reading): boolean =>
  found.some(({ kind }) => kind !== "signal" && kind !== "number" && kind !== "ordinal");

const remarksOf = (
  reading: Reading,
  counts: ReturnType<typeof readCounts>,
  noCard: boolean,
): readonly Remark[] => {
  const asks = (id: string): boolean => reading.found.some((one) => one.id === id && !one.negated);
  return [
    ...(asks("warm-smile") ? ["smallSmile" as const] : []),
    ...(asks("laughing") ? ["laughing" as const] : []),
    ...(asks("passport") ? ["passport" as const] : []),
    ...(asks("more-like-me") ? ["strongLikeness" as const] : []),
    ...(counts.fewerThanLeast ? ["fewest" as const] : []),
    ...(counts.moreThanMostEach ? ["mostEach" as const] : []),
    ...(noCard ? ["noSuchCard" as const] : []),
  ];
};

/** The standing after one more turn of the person; a turn that is refused changes nothing but that. */
const afterTurn = (before: Standing, text: string, cards: readonly ConceptCard[]): Standing => {
  const reading = readRequest(text, before.language);
  const { language } = reading;
  const refusal = findRefusal(text, reading);
  if (refusal !== null) return { ...before, language, reading, remarks: [], refusal };
  const counts = readCounts(reading);
  const card = cardMeant(counts, cards);
  const wish = mergeWish(before.wish, reading, counts, card === "no such card" ? null : card);
  const remarks = remarksOf(reading, counts, card === "no such card");
  return { wish, language, reading, remarks, refusal: null };
};

const standingOf = (turns: readonly StylistTurn[]): Standing => {
  let standing = beginning;
  let cards: readonly ConceptCard[] = [];
  for (const turn of turns) {
    if (turn.from === "person") standing = afterTurn(standing, turn.text, cards);
    else if (turn.cards.length > 0) ({ cards } = turn);
  }
  return standing;
};

const cardsOf = (wish: Wish, language: Language, seed: number, turn: number): readonly ConceptCard[] => {
  const drafts = composeDrafts(wish, vocabularies[language], seededChoice(seed, turn));
  const cards = drafts.flatMap((draft) => {
    const checked = checkDraft(draft);
    return checked.ok ? [checked.value] : [];
  });
  return cards.length >= cardCount.least ? cards : [];
};

/** The answer to a conversation: what it says, its cards, and how it ends. */
const answerTo = (turns: readonly StylistTurn[], seed: number) => {
  const standing = standingOf(turns);
  const { wish, language, reading, refusal } = standing;
  const turn = turns.length;
  const choice = seededChoice(seed, turn);
  const first = !turns.some(({ from }) => from === "maya");
  const say = { answers: vocabularies[language].answers, choice, first };
  if (refusal !== null) {
    const text = writeAnswer({ ...say, says: refusal });
    return { text, cards: [], end: { type: "end", outcome: "refused", refusal } as const };
  }
  const counts = reading === null ? null : readCounts(reading);
  const understood =
    reading !== null &&
    (saysSomething(reading) || counts?.card !== null || counts.cards !== null || counts.portraits !== null);
  const cards =
    understood || (reading !== null && hasSignal(reading, "passport"))
      ? cardsOf(wish, language, seed, turn)
      : [];
  if (cards.length > 0) {
    const text = writeAnswer({
      ...say,
      says: first ? "proposal" : "followUp",
      count: cards.length,
      remarks: standing.remarks,
      leftOut: reading?.unknown ?? [],
    });
    return { text, cards, end: { type: "end", outcome: "proposed" } as const };
  }
  const says =
    reading !== null && hasSignal(reading, "thanks")
      ? "thanks"
      : reading !== null && (hasSignal(reading, "greeting") || hasSignal(reading, "help"))
        ? "greeting"
        : "askBack";
  return { text: writeAnswer({ ...say, says }), cards, end: { type: "end", outcome: "asked" } as const };
};

/**
 * Maya without a language model: reads a request with the vocabulary of its language, gathers the wish over the
 * conversation and composes cards from a library of places, light and clothes. Not a word of the person's gets into a
 * brief unless a card they edited is started from again. The same turns and seed give the same answer.
 */
export const offlineComposer: StylistEngine = {
  id: "offline",
  async *answer({ turns, seed, signal }): AsyncGenerator<StylistEvent> {
    const { text, cards, end } = answerTo(turns, seed);
    for (const [word] of text.matchAll(wordWithSpace)) {
      if (signal.aborted) break;
      yield { type: "words", text: word };
    }
    if (signal.aborted) {
      yield {
        type: "end",
        outcome: "failed",
        error: { code: "canceled", message: "The answer was stopped." },
      };
      return;
    }
    for (const card of cards) yield { type: "card", card };
    yield end;
  },
};
