import type { SelfieList } from "../../views/views.ts";
import type { Words } from "../../words/en.ts";
import type { MeasuringWords } from "../../words/measuring-words.ts";

/** The one sentence that says how the set stands and what would help most. */
export function faceLead(
  { face, coach }: { readonly face: Words["face"]; readonly coach: MeasuringWords["coach"] },
  { selfies, limits, set }: SelfieList,
): string {
  const have = selfies.length;
  const { minimum, advisedFrom } = limits;
  if (have === 0) return face.leadEmpty;
  if (selfies.every(({ drawn }) => drawn) && have >= minimum) return face.leadDrawn;
  if (have < minimum) return face.leadMore(minimum - have);
  const judged = selfies.every((selfie) => selfie.coach.state === "judged");
  if (set === null || !judged) return have < advisedFrom ? face.leadEnough : face.leadAdvised;
  const good = selfies.filter(
    (selfie) => selfie.coach.state === "judged" && selfie.coach.verdict === "accept",
  );
  const [lack] = set.missing;
  return `${coach.leadGood(good.length, have)} ${lack === undefined ? coach.setReady : coach.missing[lack]}`;
}
