import type { RequestRefusal } from "../stylist-engine.ts";
import type { SeededChoice } from "./seeded-choice.ts";
import type { Vocabulary } from "./vocabulary/vocabulary-schema.ts";

/** Something Maya adds to a proposal, by its place in the vocabulary. */
export type Remark =
  | "smallSmile"
  | "laughing"
  | "passport"
  | "strongLikeness"
  | "fewest"
  | "mostEach"
  | "noSuchCard";

interface Speech {
  readonly answers: Vocabulary["answers"];
  readonly choice: SeededChoice;
  /** Whether Maya has not spoken before: then she says who she is. */
  readonly first: boolean;
  readonly says: "proposal" | "followUp" | "askBack" | "greeting" | "thanks" | RequestRefusal;
  readonly count?: number;
  readonly remarks?: readonly Remark[];
  readonly leftOut?: readonly string[];
}

const mostNamed = 3;
const longestNamed = 24;

const sentenceFor = ({ answers, choice, says }: Speech): string => {
  switch (says) {
    case "names-someone":
      return answers.namesSomeone;
    case "gives-instructions":
      return answers.givesInstructions;
    case "greeting":
    case "thanks":
      return answers[says];
    case "proposal":
    case "followUp":
    case "askBack":
      return choice.shuffle(answers[says])[0] ?? answers.greeting;
  }
};

/** What Maya says: who she is the first time, the sentence, what she adds, and what she left out. */
export const writeAnswer = (speech: Speech): string => {
  const { answers, first, count = 0, remarks = [], leftOut = [] } = speech;
  const named = [...new Set(leftOut)].filter((word) => word.length <= longestNamed).slice(0, mostNamed);
  return [
    ...(first ? [answers.introduction] : []),
    sentenceFor(speech).replace("{count}", String(count)),
    ...remarks.map((remark) => answers[remark]),
    ...(named.length > 0 ? [answers.leftOut.replace("{words}", () => named.join(", "))] : []),
  ].join(" ");
};
