import {
  indexPhrases,
  phraseLengthAt,
  runsOn,
  wordsOf,
  type PhraseIndex,
  type Word,
} from "./find-phrases.ts";
import {
  adverbials,
  forceAdjectives,
  forcedSmilePhrases,
  intensifiers,
  mildAdjectives,
  smileNouns,
  soloWords,
} from "./forced-smile-phrases.ts";

/** A stretch of a clause that asks for a forced smile, and whether a thing or a quality belongs in its place. */
export type ForcedSmile = {
  readonly start: number;
  readonly end: number;
  readonly kind: "noun" | "modifier";
};

const phraseIndex = indexPhrases(forcedSmilePhrases);
const adverbialIndex = indexPhrases(adverbials);
const smiles = new Set(smileNouns);
const things = new Set([...smileNouns, "laughter"]);
const solo = new Set(soloWords);
const adjectives = new Set([...forceAdjectives, ...mildAdjectives, ...intensifiers]);
const beforeNoun = new Set([...adjectives, ...soloWords]);
const forceful = new Set(forceAdjectives);
const turnedUp = new Set(intensifiers);
const conjunction = /^\s*(?:[-\s]|and|&|\+|\/)\s*$/i;

/** Words without which nothing is a forced smile; most clauses have none of them. */
const strong = /grin|beaming|laugh/i;
const smile = /smil/i;
const force = new RegExp([...forceAdjectives, "ear", "widely", "broadly", "camera"].join("|"), "i");

/** Whether a clause may hold a forced smile at all, at a fraction of what looking for one costs. */
export function mayForceSmile(clause: string): boolean {
  return strong.test(clause) || (smile.test(clause) && force.test(clause));
}

/**
 * Every forced smile in a clause, with the adjectives before it and the adverbs behind it that would be left
 * hanging; neighbours that only a space or an `and` parts count as one. Phrases inside `kept` are left.
 */
export function findForcedSmiles(clause: string, kept: PhraseIndex): readonly ForcedSmile[] {
  const words = wordsOf(clause);
  const place = { clause, words, keptWords: wordsInside(kept, clause, words) };
  const found: ForcedSmile[] = [];
  for (let at = 0; at < words.length; at++) {
    const core = words.slice(at, at + coreLength(place, at));
    if (core.every((word) => place.keptWords.has(word))) continue;
    const stretch = extend(place, at, at + core.length - 1);
    const smileWords = words.slice(stretch.from, stretch.to + 1);
    found.push({
      start: Math.min(...smileWords.map(({ start }) => start)),
      end: Math.max(...smileWords.map(({ end }) => end)),
      kind: smileWords.some(({ text }) => things.has(text)) ? "noun" : "modifier",
    });
    at = stretch.to;
  }
  return joined(clause, found);
}

/** The words that belong to a phrase of the index. */
function wordsInside(index: PhraseIndex, clause: string, words: readonly Word[]): ReadonlySet<Word> {
  return new Set(words.flatMap((_, at) => words.slice(at, at + phraseLengthAt(clause, words, at, index))));
}

type Place = {
  readonly clause: string;
  readonly words: readonly Word[];
  readonly keptWords: ReadonlySet<Word>;
};

/** Whether the next word follows without a mark between, and is not to be kept. */
function reaches({ clause, words, keptWords }: Place, at: number): boolean {
  return runsOn(clause, words, at) && words.slice(at + 1, at + 2).every((word) => !keptWords.has(word));
}

function textAt({ words }: Place, at: number): string {
  return words[at]?.text ?? "";
}

/** The place of the smile or grin that a run of adjectives ends in, or `null` when it ends in none. */
function nounAfter(place: Place, at: number): number | null {
  let before = at;
  while (reaches(place, before) && beforeNoun.has(textAt(place, before + 1))) before += 1;
  return reaches(place, before) && smiles.has(textAt(place, before + 1)) ? before + 1 : null;
}

function isHyphenated({ clause, words }: Place, at: number): boolean {
  return clause.slice(words[at - 1]?.end, words[at]?.start).trim() !== "";
}

/** How many words from here on make a forced smile: a listed phrase, or force with milder words before a smile. */
function coreLength(place: Place, at: number): number {
  const listed = phraseLengthAt(place.clause, place.words, at, phraseIndex);
  const word = place.words[at];
  if (listed > 0 || word === undefined || place.keptWords.has(word) || !forceful.has(word.text))
    return listed;
  const noun = nounAfter(place, at);
  // A hyphen makes it one quality, `soft-smile`, which force before it does not reach.
  return noun === null || isHyphenated(place, noun) ? 0 : noun - at + 1;
}

/** The first and last word of a forced smile, once what hangs on it is taken along. */
function extend(place: Place, first: number, last: number): { from: number; to: number } {
  const { clause, words, keptWords } = place;
  let to = solo.has(textAt(place, last)) ? (nounAfter(place, last) ?? last) : last;
  const carried = smiles.has(textAt(place, first)) || smiles.has(textAt(place, to)) ? adjectives : turnedUp;
  let from = first;
  for (const word of words.slice(0, first).toReversed()) {
    if (!runsOn(clause, words, from - 1) || keptWords.has(word) || !carried.has(word.text)) break;
    from -= 1;
  }
  while (reaches(place, to)) {
    const more = phraseLengthAt(clause, words, to + 1, adverbialIndex);
    if (more === 0) break;
    to += more;
  }
  return { from, to };
}

/** Neighbours that only a space or an `and` parts become one, of the later one's kind. */
function joined(clause: string, smilesInOrder: readonly ForcedSmile[]): readonly ForcedSmile[] {
  const parted: ForcedSmile[] = [];
  for (const next of smilesInOrder) {
    const previous = parted.at(-1);
    if (previous !== undefined && conjunction.test(clause.slice(previous.end, next.start))) {
      parted[parted.length - 1] = { ...next, start: previous.start };
    } else {
      parted.push(next);
    }
  }
  return parted;
}
