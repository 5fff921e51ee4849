import type { SelfieList } from "../../views/views.ts";
import type { Words } from "../../words/en.ts";

/** The one sentence that says how the set stands and what would help. */
export function faceLead(words: Words["face"], { selfies, limits }: SelfieList): string {
  const have = selfies.length;
  const { minimum, advisedFrom } = limits;
  if (have === 0) return words.leadEmpty;
  if (selfies.every(({ drawn }) => drawn) && have >= minimum) return words.leadDrawn;
  if (have < minimum) return words.leadMore(minimum - have);
  return have < advisedFrom ? words.leadEnough : words.leadAdvised;
}
