import type { PromptClause, PromptNote } from "./built-prompt.ts";

/** What CLIP reads at most, the tokens that mark the start and the end included. */
export const CLIP_LIMIT = 77;

/**
 * A note for each trigger, subject or expression that stands past what CLIP reads. The trigger that the
 * quality specification names is not meant: it is the third, and its place is last.
 */
export function noteClipWindow(
  clauses: readonly PromptClause[],
  clipEnds: readonly number[],
  notes: PromptNote[],
): void {
  if ((clipEnds.at(-1) ?? 0) <= CLIP_LIMIT) return;
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at];
    if (clause === undefined || !standsEarly(clause) || (clipEnds[at] ?? 0) <= CLIP_LIMIT) continue;
    notes.push({
      code: "past-clip-window",
      message: `“${clause.text}” stands past the ${CLIP_LIMIT} tokens CLIP reads; only T5 sees it. Shorten what stands before it.`,
      clause: clause.text,
    });
  }
}

function standsEarly({ origin }: PromptClause): boolean {
  return (
    origin === "trigger" || origin === "subject" || origin === "expression" || origin === "reinforcement"
  );
}
