import { measuring } from "./en/measuring.ts";
import { useWords } from "./words-context.tsx";

/** What a second language has to fill, too. */
export type MeasuringWords = typeof measuring;

const byLanguage: Readonly<Record<string, MeasuringWords>> = { "en-GB": measuring };

/** The words about measuring. They come with the rooms that need them, so that the first script goes without. */
export function useMeasuringWords(): MeasuringWords {
  return byLanguage[useWords().language] ?? measuring;
}
