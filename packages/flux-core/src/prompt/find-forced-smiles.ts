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
const nouns = new Set([...smileNouns, "laughter"]);
const smiles = new Set(smileNouns);
const verbForms = new Set(["smiling", "smiled", "grinning", "grinned", "beaming", "laughing"]);
const adjectives = new Set([...forceAdjectives, ...mildAdjectives, ...intensifiers]);
const turnedUp = new Set(intensifiers);
const solo = new Set(soloWords);
const conjunction = /^\s*(?:[-\s]|and|&|\+|\/)\s*$/i;

/** Words without which nothing is a forced smile; most briefs have none of them. */
const strong = /grin|beaming|laugh/i;
const smile = /smil/i;
const force = new RegExp([...forceAdjectives, "ear", "widely", "broadly", "camera"].join("|"), "i");

/** Whether a text may hold a forced smile at all, at a fraction of what looking for one costs. */
export function mayForceSmile(text: string): boolean {
  return strong.test(text) || (smile.test(text) && force.test(text));
}

/**
 * Every forced smile in a clause, with the adjectives before it and the adverbs behind it that would be left
 * hanging; neighbours that only a space or an `and` parts count as one. Phrases inside `kept` are left.
 */
export function findForcedSmiles(clause: string, kept: PhraseIndex): readonly ForcedSmile[] {
  const words = wordsOf(clause);
  const keptWords = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    for (let length = phraseLengthAt(clause, words, at, kept); length > 0; length--) {
      keptWords.add(at + length - 1);
    }
  }
  const found: ForcedSmile[] = [];
  let free = 0;
  for (let at = 0; at < words.length; at++) {
    const length = phraseLengthAt(clause, words, at, phraseIndex);
    if (length === 0 || everyKept(keptWords, at, length)) continue;
    const [from, to] = extend(clause, words, { at, length, free, keptWords });
    const first = words[from];
    const last = words[to];
    if (first === undefined || last === undefined) continue;
    const head = words.slice(from, to + 1);
    const kind = kindOf(head);
    const previous = found.at(-1);
    if (previous !== undefined && conjunction.test(clause.slice(previous.end, first.start))) {
      found[found.length - 1] = { start: previous.start, end: last.end, kind };
    } else {
      found.push({ start: first.start, end: last.end, kind });
    }
    free = to + 1;
    at = to;
  }
  return found;
}

function everyKept(keptWords: ReadonlySet<number>, at: number, length: number): boolean {
  return Array.from({ length }, (_, offset) => at + offset).every((index) => keptWords.has(index));
}

type Core = {
  readonly at: number;
  readonly length: number;
  /** The first word that no earlier smile has taken. */
  readonly free: number;
  readonly keptWords: ReadonlySet<number>;
};

/** The first and last word of a forced smile, once what hangs on it is taken along. */
function extend(clause: string, words: readonly Word[], core: Core): readonly [number, number] {
  const { at, length, free, keptWords } = core;
  let from = at;
  let to = at + length - 1;
  const aside = (index: number): boolean => words[index] === undefined || keptWords.has(index);
  const textAt = (index: number): string => words[index]?.text ?? "";

  if (solo.has(textAt(to)) || length === 1) {
    let noun = to;
    while (runsOn(clause, words, noun) && !aside(noun + 1) && adjectives.has(textAt(noun + 1))) noun += 1;
    while (runsOn(clause, words, noun) && !aside(noun + 1) && solo.has(textAt(noun + 1))) noun += 1;
    if (runsOn(clause, words, noun) && !aside(noun + 1) && smiles.has(textAt(noun + 1))) to = noun + 1;
  }
  const carried = smiles.has(textAt(at)) || smiles.has(textAt(to)) ? adjectives : turnedUp;
  while (
    from > free &&
    runsOn(clause, words, from - 1) &&
    !aside(from - 1) &&
    carried.has(textAt(from - 1))
  ) {
    from -= 1;
  }
  for (;;) {
    if (!runsOn(clause, words, to) || aside(to + 1)) break;
    const more = phraseLengthAt(clause, words, to + 1, adverbialIndex);
    if (more === 0) break;
    to += more;
  }
  return [from, to];
}

function kindOf(head: readonly Word[]): "noun" | "modifier" {
  if (head.some(({ text }) => nouns.has(text))) return "noun";
  return head.some(({ text }) => verbForms.has(text)) ? "modifier" : "noun";
}
