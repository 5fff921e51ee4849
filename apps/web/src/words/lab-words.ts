import { lab } from "./en/lab.ts";
import { useWords } from "./words-context.tsx";

/** What a second language has to fill, too. */
export type LabWords = typeof lab;

const byLanguage: Readonly<Record<string, LabWords>> = { "en-GB": lab };

/** The words about the preset lab. They come with the rooms that need them, so that the first script goes without. */
export function useLabWords(): LabWords {
  return byLanguage[useWords().language] ?? lab;
}
