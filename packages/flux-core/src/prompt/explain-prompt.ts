import { readList } from "../read-list.ts";
import { readRecord } from "../read-record.ts";
import type { ClauseOrigin, PromptClause } from "./built-prompt.ts";

export type ExplainedClause = PromptClause & {
  /** Where it came from and why it stands there, in one sentence. */
  readonly reason: string;
};

const reasons: { readonly [origin in ClauseOrigin]: string } = Object.freeze({
  trigger:
    "Your trigger word comes first: it wakes the model that learned your face, where both encoders read it.",
  subject: "Who is in the picture, right behind the trigger word, so that the two belong together.",
  expression: "The chosen expression, early, because FLUX has no negative prompt: what is said decides.",
  brief: "Your own words, in your order.",
  reinforcement:
    "Your trigger word once more, after half of your own words, so that a long brief does not lose the face.",
  quality:
    "The quality specification: film, real skin and an exact face; last, and the first to go when it gets long.",
  enhancement: "The words that wake the realism layer; they must stand in the prompt when the layer is on.",
});

/** More clauses than any prompt that FLUX reads to its end can have. */
const MAXIMUM_CLAUSES = 1000;

/**
 * For each clause of a built prompt, where it came from and why it stands there. What is no clause is left out.
 *
 * @example
 * explainPrompt({ clauses: [{ text: "street fashion", origin: "brief" }] })[0]?.reason;
 * // "Your own words, in your order."
 */
export function explainPrompt(prompt: {
  readonly clauses: readonly PromptClause[];
}): readonly ExplainedClause[] {
  return readList(readRecord(prompt, ["clauses"])?.clauses, MAXIMUM_CLAUSES).flatMap((clause) => {
    const { text, origin } = readRecord(clause, ["text", "origin"]) ?? {};
    return typeof text === "string" && isOrigin(origin) ? [{ text, origin, reason: reasons[origin] }] : [];
  });
}

function isOrigin(origin: unknown): origin is ClauseOrigin {
  return typeof origin === "string" && Object.hasOwn(reasons, origin);
}
