import { type LexiconIndex, lexiconIndexes, type Meaning } from "./lexicon-index.ts";
import { readWords, type ReadWord } from "./read-words.ts";
import { type Language, languages } from "./vocabulary/vocabulary-schema.ts";

/** A meaning found in a request, with the place it stands at and whether a `no` stands before it. */
export type Found = Meaning & { readonly at: number; readonly negated: boolean };

/** A request as far as it was understood. */
export interface Reading {
  readonly language: Language;
  readonly found: readonly Found[];
  /** Words of four letters or more that mean nothing to Maya, as they were written. */
  readonly unknown: readonly string[];
}

/** How many words a negation reaches over. */
const negationReach = 3;
const shortestUnknown = 4;
const shortestPart = 4;
const linkingLetters = /^(?:s|n|en|er|e)?$/;
const digits = /^\d{1,2}$/;

const isSignal = (meaning: Meaning, id: string): boolean => meaning.kind === "signal" && meaning.id === id;

/** The longest phrase that begins at a word, and what it means. */
const phraseAt = (
  words: readonly ReadWord[],
  at: number,
  { meanings, longest }: LexiconIndex,
): { readonly length: number; readonly meanings: readonly Meaning[] } | null => {
  const stems: string[] = [];
  let match: { length: number; meanings: readonly Meaning[] } | null = null;
  for (const { stem } of words.slice(at, at + longest)) {
    if (stem === null) break;
    stems.push(stem);
    const known = meanings.get(stems.join(" "));
    if (known !== undefined) match = { length: stems.length, meanings: known };
  }
  return match;
};

/** What the parts of a compound mean: `winterwald` is `winter` and `wald`. */
const compoundMeanings = ({ stem }: ReadWord, index: LexiconIndex): readonly Meaning[] => {
  if (index.language !== "de" || stem === null) return [];
  for (let cut = shortestPart; cut <= stem.length - shortestPart; cut++) {
    const head = index.meanings.get(stem.slice(cut));
    if (head === undefined) continue;
    for (let end = cut; end >= shortestPart; end--) {
      const first = index.meanings.get(stem.slice(0, end));
      if (first !== undefined && linkingLetters.test(stem.slice(end, cut))) return [...first, ...head];
    }
  }
  return [];
};

const meaningsOfNumber = (text: string): readonly Meaning[] =>
  digits.test(text) ? [{ kind: "number", id: Number(text) }] : [];

const readIn = (text: string, index: LexiconIndex): Reading => {
  const words = readWords(text, index.language);
  const found: Found[] = [];
  const unknown: string[] = [];
  let negatedUntil = -1;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    if (word.stem === null) {
      negatedUntil = -1;
      continue;
    }
    const phrase = phraseAt(words, at, index);
    const loose = phrase === null ? [...meaningsOfNumber(word.text), ...compoundMeanings(word, index)] : [];
    const meanings = phrase?.meanings ?? loose;
    if (meanings.length === 0 && word.text.length >= shortestUnknown) unknown.push(word.text);
    for (const meaning of meanings) {
      if (isSignal(meaning, "negation")) negatedUntil = at + negationReach;
      else found.push({ ...meaning, at, negated: at <= negatedUntil });
    }
    if (meanings.some(({ kind }) => kind !== "signal")) negatedUntil = -1;
    at += (phrase?.length ?? 1) - 1;
  }
  return { language: index.language, found, unknown };
};

/** How much of a text a language explains: what can be photographed counts most. */
const worth = ({ found, unknown }: Reading): number =>
  found.reduce((sum, { kind }) => sum + (kind === "signal" ? 1 : 2), 0) - 2 * unknown.length;

/**
 * Reads a request in whichever language explains most of it; `likely` decides when they are level.
 *
 * @example
 * readRequest("a red coat in the woods", "en").found.map(({ id }) => id); // [..., "red", "coat", ..., "forest"]
 */
export const readRequest = (text: string, likely: Language): Reading => {
  const readings = languages
    .toSorted((one, other) => Number(other === likely) - Number(one === likely))
    .map((language) => readIn(text, lexiconIndexes[language]));
  return readings.reduce((best, next) => (worth(next) > worth(best) ? next : best));
};
