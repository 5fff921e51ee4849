import { maya } from "./en/maya.ts";
import { useWords } from "./words-context.tsx";

/** What a second language has to fill, too. */
export type MayaWords = typeof maya;

const byLanguage: Readonly<Record<string, MayaWords>> = { "en-GB": maya };

/** The words of the letter to Maya. They come with her room, so that the first script goes without. */
export function useMayaWords(): MayaWords {
  return byLanguage[useWords().language] ?? maya;
}
