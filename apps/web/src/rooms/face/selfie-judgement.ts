import type { SelfieSet, SelfieView } from "../../views/views.ts";
import type { MeasuringWords } from "../../words/measuring-words.ts";

/** What stands in a selfie's corner. */
export interface SelfieJudgement {
  readonly mark: "yes" | "hm" | "no" | "waiting";
  /** Under the picture; empty for a good one. */
  readonly short: string;
  /** What is wrong and what would be better, whole. */
  readonly spoken: string;
}

/**
 * What is said of a selfie, by itself and as one of the set; null where nothing is measured.
 *
 * @param numberOf the number on the sheet of a selfie
 */
export function judgementOf(
  words: MeasuringWords["coach"],
  { id, coach }: Pick<SelfieView, "id" | "coach">,
  set: SelfieSet | null,
  numberOf: (selfieId: string) => number,
): SelfieJudgement | null {
  if (coach.state === "off") return null;
  if (coach.state === "waiting") return { mark: "waiting", short: "", spoken: words.waiting };
  const [first] = coach.issues;
  if (!coach.taken && first !== undefined) {
    const short = `${words.leftOut}: ${words.short[first.code].toLocaleLowerCase()}`;
    return { mark: "no", short, spoken: `${words.leftOut}. ${words.fix[first.code]}` };
  }
  if (set?.anotherPerson.includes(id) === true)
    return { mark: "hm", short: words.short["another-person"], spoken: words.other };
  if (first !== undefined) {
    const spoken = coach.issues.map(({ code }) => words.fix[code]).join(" ");
    return { mark: "hm", short: words.short[first.code], spoken };
  }
  const copy = set?.nearDuplicates.find(({ kind, second }) => kind === "same-picture" && second === id);
  if (copy !== undefined)
    return { mark: "hm", short: words.short.copy, spoken: words.copy(numberOf(copy.first)) };
  return { mark: "yes", short: "", spoken: words.good };
}
