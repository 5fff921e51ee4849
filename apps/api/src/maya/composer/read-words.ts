import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import type { Language } from "./vocabulary/vocabulary-schema.ts";

/** One word of a text: as it was written, in small letters, and its stem. A mark that ends a thought has no stem. */
export interface ReadWord {
  readonly text: string;
  readonly stem: string | null;
}

const segmenters: { readonly [language in Language]: Intl.Segmenter } = {
  en: new Intl.Segmenter("en", { granularity: "word" }),
  de: new Intl.Segmenter("de", { granularity: "word" }),
};
const stems: { readonly [language in Language]: (word: string) => string } = {
  en: stemEnglish,
  de: stemGerman,
};
/** Shorter words have no endings to take off, and would be mistaken for each other: `on` and `one`. */
const shortestStemmed = 4;
const endOfThought = /[,.;:!?\n]/;

/** The words of a text, in order, with the marks between them that end a thought. */
export const readWords = (text: string, language: Language): readonly ReadWord[] => {
  const words: ReadWord[] = [];
  const plain = text.normalize("NFKC").replaceAll("’", "'").toLowerCase();
  for (const { segment, isWordLike } of segmenters[language].segment(plain)) {
    if (isWordLike === true) {
      const stem = segment.length < shortestStemmed ? segment : stems[language](segment);
      words.push({ text: segment, stem });
    } else if (endOfThought.test(segment)) words.push({ text: segment, stem: null });
  }
  return words;
};
