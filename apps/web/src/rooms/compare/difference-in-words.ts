import type { compare } from "../../words/en/compare.ts";

/** One line of what was done differently: what it is about, and how it changed. */
export interface DifferenceLine {
  readonly label: string;
  readonly sentence: string;
}

/** Fields that differ between any two portraits and say nothing about how they were made. */
const untold = new Set(["generationId", "subjectNumber", "formatVersion", "input.prompt", "hash"]);

/** What differs between two recipes, in words; fields without a name of their own keep the recipe's. */
export function differenceInWords(
  words: typeof compare,
  differences: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[],
): readonly DifferenceLine[] {
  return differences
    .filter(({ field }) => !untold.has(field))
    .map(({ field, before, after }) => ({
      label: words.fields[field] ?? field,
      sentence:
        field === "prompt" ? ofPrompts(words, textOf(before), textOf(after)) : inWords(words, before, after),
    }));
}

function inWords(words: typeof compare, before: unknown, after: unknown): string {
  if (after === undefined) return words.onlyFirst(textOf(before));
  return before === undefined ? words.onlySecond(textOf(after)) : words.became(textOf(before), textOf(after));
}

/** Recipes hold texts, numbers and yes or no. */
const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Only the clauses that differ: most of two prompts is the same. */
function ofPrompts(words: typeof compare, before: string, after: string): string {
  const [first, second] = [before.split(", "), after.split(", ")];
  const gone = first.filter((clause) => !second.includes(clause)).join(", ");
  const come = second.filter((clause) => !first.includes(clause)).join(", ");
  if (gone === "" && come === "") return words.reordered;
  return inWords(words, gone === "" ? undefined : gone, come === "" ? undefined : come);
}
