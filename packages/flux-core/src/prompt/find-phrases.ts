/** A word of a clause, in small letters, with its place. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

const word = /[\p{L}\p{N}\p{M}]+/gu;
const spacing = /^[\s\-\u2010-\u2015]+$/;

export function wordsOf(clause: string): readonly Word[] {
  return Array.from(clause.matchAll(word), ({ 0: text, index }) => ({
    text: text.toLowerCase(),
    start: index,
    end: index + text.length,
  }));
}

/** Phrases by their first word, the longest first. */
export type PhraseIndex = ReadonlyMap<string, readonly (readonly string[])[]>;

export function indexPhrases(phrases: readonly string[]): PhraseIndex {
  const index = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const texts = wordsOf(phrase).map(({ text }) => text);
    const [first] = texts;
    if (first === undefined) continue;
    const known = index.get(first);
    if (known === undefined) index.set(first, [texts]);
    else known.push(texts);
  }
  for (const known of index.values()) known.sort((a, b) => b.length - a.length);
  return index;
}

/** Whether only spaces or hyphens stand between a word and the next one. */
export function runsOn(clause: string, words: readonly Word[], at: number): boolean {
  const here = words[at];
  const next = words[at + 1];
  return here !== undefined && next !== undefined && spacing.test(clause.slice(here.end, next.start));
}

/** How many words the longest phrase that begins at this word has; 0 when none begins here. */
export function phraseLengthAt(
  clause: string,
  words: readonly Word[],
  at: number,
  index: PhraseIndex,
): number {
  const candidates = index.get(words[at]?.text ?? "") ?? [];
  const found = candidates.find((phrase) =>
    phrase.every(
      (text, offset) =>
        words[at + offset]?.text === text && (offset === 0 || runsOn(clause, words, at + offset - 1)),
    ),
  );
  return found?.length ?? 0;
}
