import { englishAnswers } from "./english-answers.ts";
import { englishWords } from "./english-words.ts";
import { germanAnswers } from "./german-answers.ts";
import { germanWords } from "./german-words.ts";
import { answers, type Language, lexicon, type Vocabulary } from "./vocabulary-schema.ts";

/** Every language of the offline composer, checked: a word missing in one of them stops the start. */
export const vocabularies: { readonly [language in Language]: Vocabulary } = {
  en: { language: "en", words: lexicon.parse(englishWords), answers: answers.parse(englishAnswers) },
  de: { language: "de", words: lexicon.parse(germanWords), answers: answers.parse(germanAnswers) },
};
