import type { PromptClause, TokenCounts } from "./built-prompt.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { fixedQualityClauses } from "./quality.ts";

export type Measured = {
  /** The clauses joined by `, `. */
  readonly text: string;
  readonly tokens: TokenCounts;
  readonly triggerCount: number;
  /** For each clause, how many CLIP tokens the prompt has up to its end, both marks included. */
  readonly clipEnds: readonly number[];
};

/** CLIP marks the start and the end of a text, T5 the end alone. */
const CLIP_MARKS = 2;
const T5_MARKS = 1;

/** The text of a prompt and its estimated length, in one pass over its clauses. */
export function measurePrompt(clauses: readonly PromptClause[], trigger: string): Measured {
  let text = "";
  let clip = CLIP_MARKS;
  let t5 = T5_MARKS;
  let triggerCount = 0;
  const clipEnds: number[] = [];
  for (const clause of clauses) {
    const comma = text === "" ? 0 : 1;
    const counts = countTokens(clause);
    text = text === "" ? clause.text : `${text}, ${clause.text}`;
    clip += comma + counts.clip;
    t5 += comma + counts.t5;
    clipEnds.push(clip);
    if (namesTrigger(clause, trigger)) triggerCount += 1;
  }
  return { text, tokens: { clip, t5 }, triggerCount, clipEnds };
}

/** The quality's own wording is in most prompts; what it comes to is counted once. */
const fixedCounts: ReadonlyMap<string, TokenCounts> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ fixedQualityClauses.map((text) => [text, estimateTokens(text)]),
);

function countTokens({ origin, text }: PromptClause): TokenCounts {
  return (origin === "quality" ? fixedCounts.get(text) : undefined) ?? estimateTokens(text);
}

/** Whether a clause holds the trigger because it was built so; copies in other clauses are removed. */
function namesTrigger({ origin, text }: PromptClause, trigger: string): boolean {
  if (origin === "quality") return text.includes(trigger);
  return origin === "trigger" || origin === "reinforcement";
}
