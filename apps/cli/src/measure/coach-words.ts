import type { SelfieList } from "../client/views.ts";
import { issueWords, lackWords } from "./measure-words.ts";

const setWords = {
  ready: "ready",
  "could-be-better": "could be better",
  "not-enough": "not enough",
} as const;

/**
 * What the studio says of one selfie, in few words.
 *
 * @example coachWords(selfie.coach) // ["better without", "blurred; hold still, or clean the lens"]
 */
export function coachWords(coach: SelfieList["selfies"][number]["coach"]): [verdict: string, why: string] {
  if (coach.state === "off") return ["not measured here", ""];
  if (coach.state === "waiting") return ["being looked at", ""];
  const why = coach.issues.map(({ code }) => issueWords[code]).join("; ");
  if (!coach.taken) return ["left out", why];
  switch (coach.verdict) {
    case "accept":
      return ["good", why];
    case "warn":
      return ["could be better", why];
    case "reject":
      return ["better without", why];
    case "not-judged":
      return ["not judged", why];
  }
}

/** How the selfies stand as a set, a sentence a line; nothing while nothing was judged. */
export function setLines({ selfies, set }: SelfieList): string[] {
  if (set === null) return [];
  const nameOf = (id: string) => selfies.find((selfie) => selfie.id === id)?.fileName ?? id;
  return [
    `The set is ${setWords[set.verdict]}: ${set.usable} of ${selfies.length} can be used.`,
    ...set.missing.map((lack) => `Missing: ${lackWords[lack]}.`),
    ...set.anotherPerson.map((id) => `Looks like another person: ${nameOf(id)}.`),
    ...set.nearDuplicates.flatMap(({ first, second, kind }) =>
      kind === "same-picture" ? [`The same picture: ${nameOf(first)}, ${nameOf(second)}.`] : [],
    ),
  ];
}
