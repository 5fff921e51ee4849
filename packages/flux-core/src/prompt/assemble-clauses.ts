import type { ClauseOrigin, PromptClause } from "./built-prompt.ts";

/** The parts of a prompt, each in its own order. */
export type PromptParts = {
  readonly trigger: string;
  readonly subject: readonly string[];
  readonly expression: readonly string[];
  readonly brief: readonly string[];
  /** What stands after half of the brief's clauses, rounded up. */
  readonly reinforcement: readonly string[];
  readonly quality: readonly string[];
  readonly enhancement: readonly string[];
};

/** The clauses of a prompt in the order in which they are sent. */
export function assembleClauses(parts: PromptParts): readonly PromptClause[] {
  const half = Math.ceil(parts.brief.length / 2);
  const clauses: PromptClause[] = [];
  const add = (origin: ClauseOrigin, texts: readonly string[]): void => {
    for (const text of texts) clauses.push({ text, origin });
  };
  add("trigger", [parts.trigger]);
  add("subject", parts.subject);
  add("expression", parts.expression);
  add("brief", parts.brief.slice(0, half));
  add("reinforcement", parts.reinforcement);
  add("brief", parts.brief.slice(half));
  add("quality", parts.quality);
  add("enhancement", parts.enhancement);
  return clauses;
}
