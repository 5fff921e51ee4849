import type { PromptClause, PromptNote, TokenCounts } from "./built-prompt.ts";

/** What CLIP reads at most, the tokens that mark the start and the end included. */
export const CLIP_LIMIT = 77;

const markers = 2;
const early: ReadonlySet<PromptClause["origin"]> = new Set([
  "trigger",
  "subject",
  "expression",
  "reinforcement",
]);

/**
 * A note for each trigger, subject or expression that stands past what CLIP reads. The trigger that the
 * quality specification names is not meant: it is the third, and its place is last.
 */
export function noteClipWindow(
  clauses: readonly PromptClause[],
  counts: readonly TokenCounts[],
  notes: PromptNote[],
): void {
  let end = markers;
  for (const [at, { text, origin }] of clauses.entries()) {
    end += counts[at]?.clip ?? 0;
    if (early.has(origin) && end > CLIP_LIMIT) {
      notes.push({
        code: "past-clip-window",
        message: `“${text}” stands past the ${CLIP_LIMIT} tokens CLIP reads; only T5 sees it. Shorten what stands before it.`,
        clause: text,
      });
    }
    end += 1;
  }
}
