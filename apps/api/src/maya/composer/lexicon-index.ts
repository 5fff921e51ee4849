import { readWords } from "./read-words.ts";
import type { Language, Vocabulary } from "./vocabulary/vocabulary-schema.ts";
import { vocabularies } from "./vocabulary/vocabularies.ts";

type Words = Vocabulary["words"];
type Concept<TKind extends keyof Words> = Words[TKind] extends readonly unknown[]
  ? { readonly kind: TKind; /** Counted from one. */ readonly id: number }
  : { readonly kind: TKind; readonly id: keyof Words[TKind] };

/** Something a word can stand for. */
export type Meaning = { readonly [kind in keyof Words]: Concept<kind> }[keyof Words];

/** A language's phrases by their stems, joined by spaces. */
export interface LexiconIndex {
  readonly language: Language;
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
  /** Words of the longest phrase. */
  readonly longest: number;
}

const entriesOf = ({ words }: Vocabulary): readonly (readonly [string, Meaning])[] =>
  Object.entries(words).flatMap(([kind, group]) =>
    Object.entries(group).flatMap(([id, phrases]) =>
      phrases.map((phrase) => {
        // Safe: kind and id were read from the very table that the type is made of; lists count from one.
        const meaning = { kind, id: Array.isArray(group) ? Number(id) + 1 : id } as Meaning;
        return [phrase, meaning] as const;
      }),
    ),
  );

const indexOf = (vocabulary: Vocabulary): LexiconIndex => {
  const meanings = new Map<string, Meaning[]>();
  let longest = 1;
  for (const [phrase, meaning] of entriesOf(vocabulary)) {
    const stems = readWords(phrase, vocabulary.language).flatMap(({ stem }) => (stem === null ? [] : [stem]));
    const key = stems.join(" ");
    longest = Math.max(longest, stems.length);
    const known = meanings.get(key) ?? [];
    // What is worth photographing outranks a filler of the same stem.
    if (meaning.kind === "signal" && meaning.id === "filler" && known.length > 0) continue;
    if (known.some(({ kind, id }) => kind === meaning.kind && id === meaning.id)) continue;
    meanings.set(key, [...known, meaning]);
  }
  return { language: vocabulary.language, meanings, longest };
};

/** The index of every language, made once. */
export const lexiconIndexes: { readonly [language in Language]: LexiconIndex } = {
  en: indexOf(vocabularies.en),
  de: indexOf(vocabularies.de),
};
