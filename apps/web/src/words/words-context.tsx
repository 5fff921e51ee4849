import { createContext, use, useMemo, type ReactNode } from "react";

import { en, type Words } from "./en.ts";
import { createFormat, type Format } from "./format.ts";

interface Language {
  readonly words: Words;
  readonly format: Format;
}

const english: Language = { words: en, format: createFormat(en.language) };
const LanguageContext = createContext<Language>(english);

/** Gives a subtree the catalogue it speaks; English without one. */
export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  const language = useMemo(() => ({ words, format: createFormat(words.language) }), [words]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The catalogue of the language the page speaks. */
export function useWords(): Words {
  return use(LanguageContext).words;
}

/** Numbers, sizes and dates in the language the page speaks. */
export function useFormat(): Format {
  return use(LanguageContext).format;
}
