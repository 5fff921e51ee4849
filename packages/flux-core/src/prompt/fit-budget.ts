import type { PromptParts } from "./assemble-clauses.ts";
import type { PromptNote } from "./built-prompt.ts";
import { estimateTokens } from "./estimate-tokens.ts";

/** What T5 reads at most for FLUX.1-dev, the token that marks the end included. */
export const T5_LIMIT = 512;

/** What a clause costs besides its words: the comma before it, or for the first one the end mark. */
const SEPARATOR = 1;

export type Fitted =
  | { readonly fits: true; readonly parts: PromptParts }
  /** Not even the first clause of the brief fits; `tokens` is what it would come to. */
  | { readonly fits: false; readonly tokens: number; readonly field: "brief" | "subject" };

/**
 * Drops clauses until a prompt fits T5: quality from its last, then the brief from its last, and no more than
 * needed, so that quality clauses which fit beside a shortened brief stay. Trigger, subject, expression,
 * enhancement phrase and the brief's first clause are never dropped.
 */
export function fitBudget(parts: PromptParts, notes: PromptNote[]): Fitted {
  const { trigger, subject, expression, reinforcement, enhancement, brief, quality } = parts;
  const fixed = cost([trigger, ...subject, ...expression, ...reinforcement, ...enhancement]);
  const least = fixed + cost(brief.slice(0, 1));
  if (least > T5_LIMIT) {
    return { fits: false, tokens: least, field: fixed > T5_LIMIT ? "subject" : "brief" };
  }
  const keptBrief = fitting(brief, T5_LIMIT - fixed);
  const keptQuality = fitting(quality, T5_LIMIT - fixed - cost(keptBrief));
  const dropped = [
    ...quality.slice(keptQuality.length).toReversed(),
    ...brief.slice(keptBrief.length).toReversed(),
  ];
  for (const clause of dropped) {
    notes.push({
      code: "clause-dropped",
      message: `“${clause}” was dropped: the prompt is longer than the ${T5_LIMIT} tokens FLUX reads.`,
      clause,
    });
  }
  return { fits: true, parts: { ...parts, brief: keptBrief, quality: keptQuality } };
}

function cost(clauses: readonly string[]): number {
  return clauses.reduce((sum, clause) => sum + estimateTokens(clause).t5 + SEPARATOR, 0);
}

/** As many clauses, from the first on, as fit into the room. */
function fitting(clauses: readonly string[], room: number): readonly string[] {
  let left = room;
  const end = clauses.findIndex((clause) => (left -= cost([clause])) < 0);
  return end === -1 ? clauses : clauses.slice(0, end);
}
