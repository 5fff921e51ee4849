import type { PromptNote } from "./built-prompt.ts";
import { estimateTokens } from "./estimate-tokens.ts";

/** What T5 reads at most for FLUX.1-dev, its end token included. */
export const T5_LIMIT = 512;

/** A comma between two clauses. */
const SEPARATOR = 1;

export type Budgeted = { readonly brief: readonly string[]; readonly quality: readonly string[] };

/**
 * Drops clauses until the prompt fits T5: quality from its last, then the brief from its last, and no more
 * than needed, so that quality clauses which fit beside a shortened brief stay. `null` when not even one clause
 * of the brief fits. `fixed` are the tokens of everything that may not be dropped.
 */
export function fitBudget(
  fixed: number,
  brief: readonly string[],
  quality: readonly string[],
  notes: PromptNote[],
): Budgeted | null {
  const room = T5_LIMIT - fixed;
  const keptBrief = fitting(brief, room);
  if (keptBrief.count < Math.min(1, brief.length) || room < 0) return null;
  const keptQuality = fitting(quality, room - keptBrief.cost);
  const dropped = [
    ...quality.slice(keptQuality.count).toReversed(),
    ...brief.slice(keptBrief.count).toReversed(),
  ];
  for (const clause of dropped) {
    notes.push({
      code: "clause-dropped",
      message: `“${clause}” was dropped: the prompt is longer than the ${T5_LIMIT} tokens FLUX reads.`,
      clause,
    });
  }
  return { brief: brief.slice(0, keptBrief.count), quality: quality.slice(0, keptQuality.count) };
}

/** How many clauses from the first on fit into the room, and what they cost. */
function fitting(clauses: readonly string[], room: number): { count: number; cost: number } {
  let count = 0;
  let cost = 0;
  for (const clause of clauses) {
    const next = cost + estimateTokens(clause).t5 + SEPARATOR;
    if (next > room) break;
    cost = next;
    count += 1;
  }
  return { count, cost };
}
