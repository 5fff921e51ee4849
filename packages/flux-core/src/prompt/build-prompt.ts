import { findForeignTrigger } from "../isolation/find-foreign-trigger.ts";
import { refuse, succeed, type Result } from "../result.ts";
import type { BuiltPrompt, PromptClause, PromptNote } from "./built-prompt.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { expressions } from "./expressions.ts";
import { fitBudget, T5_LIMIT } from "./fit-budget.ts";
import type { PromptError } from "./prompt-error.ts";
import { checkRequest, type CheckedRequest, type PromptRequest } from "./prompt-request.ts";
import { qualityClauses } from "./quality.ts";
import { settleClauses } from "./settle-clauses.ts";

/** CLIP reads 77 tokens, of which one marks the start and one the end. */
const CLIP_WORDS = 75;

/**
 * Builds the text that is sent from a brief: cleaned, with the trigger word placed, forced smiles replaced and
 * the quality specification added. Building a built text again with the same other arguments gives the same
 * text.
 *
 * Token counts are estimates.
 *
 * Errors: `request-unreadable`, `argument-invalid`, `trigger-invalid`, `placement-unknown`, `quality-unknown`,
 * `expression-unknown`, `expression-policy-unknown`, `level-unknown`, `brief-empty`, `brief-too-long`,
 * `foreign-trigger`.
 *
 * @example
 * const built = buildPrompt({
 *   brief: "confident woman, street fashion",
 *   trigger: "user20417733",
 *   placement: "begin-and-middle",
 *   quality: "none",
 * });
 * built.ok && built.value.text;
 * // "user20417733, confident woman, user20417733 portrait, street fashion"
 */
export function buildPrompt(request: PromptRequest): Result<BuiltPrompt, PromptError> {
  const checked = checkRequest(request);
  if (!checked.ok) return checked;
  const { value: x } = checked;
  const notes: PromptNote[] = [];

  const subject = x.subject === null ? succeed([]) : settleClauses(x.subject, "subject", x, notes);
  if (!subject.ok) return subject;
  const brief = settleClauses(x.brief, "brief", x, notes);
  if (!brief.ok) return brief;

  const expression = x.expression === null ? [] : [expressions[x.expression].noun];
  const enhancement = x.enhancementPhrase === null ? [] : [x.enhancementPhrase];
  const quality = qualityClauses[x.quality].map((clause) => clause.replace("{trigger}", () => x.trigger));
  const taken = new Set(
    [...subject.value, ...expression, ...qualityClauses[x.quality], ...enhancement].map(clauseKey),
  );
  const own = brief.value.filter((clause) => !taken.has(clauseKey(clause)));

  const reinforcement = x.placement === "begin-and-middle" ? [`${x.trigger} portrait`] : [];
  const fixed = [x.trigger, ...subject.value, ...expression, ...reinforcement, ...enhancement];
  const fixedTokens = fixed.reduce((sum, clause) => sum + estimateTokens(clause).t5 + 1, 0);
  const fitted = fitBudget(fixedTokens, own, quality, notes);
  if (fitted === null) return tooLong(x, fixedTokens, own);

  const half = Math.ceil(fitted.brief.length / 2);
  const clauses: readonly PromptClause[] = [
    ...withOrigin("trigger", [x.trigger]),
    ...withOrigin("subject", subject.value),
    ...withOrigin("expression", expression),
    ...withOrigin("brief", fitted.brief.slice(0, half)),
    ...withOrigin("reinforcement", reinforcement),
    ...withOrigin("brief", fitted.brief.slice(half)),
    ...withOrigin("quality", fitted.quality),
    ...withOrigin("enhancement", enhancement),
  ];
  const text = clauses.map((clause) => clause.text).join(", ");
  const foreign = findForeignTrigger(text, x.trigger, x.foreignTriggers);
  if (foreign !== null) {
    return refuse({
      code: "foreign-trigger",
      field: "foreignTriggers",
      trigger: foreign,
      message: `The prompt's own wording contains ${JSON.stringify(foreign)}, which is listed as somebody else's trigger word.`,
    });
  }
  noteClipWindow(clauses, notes);
  const counted = estimateTokens(text);
  return succeed({
    text,
    clauses,
    triggerCount: clauses.filter((clause) => namesTrigger(clause, x.trigger)).length,
    tokens: { clip: counted.clip + 2, t5: counted.t5 + 1 },
    notes,
  });
}

/** Whether this clause was built to hold the trigger; nobody else's clause can, copies are removed. */
function namesTrigger({ origin, text }: PromptClause, trigger: string): boolean {
  if (origin === "quality") return text.includes(trigger);
  return origin === "trigger" || origin === "reinforcement";
}

/** Clauses are equal when they are, case and the trigger aside. */
function clauseKey(clause: string): string {
  return clause.replace("{trigger}", "").replace(/\s+/g, " ").trim().toLowerCase();
}

function withOrigin(origin: PromptClause["origin"], texts: readonly string[]): readonly PromptClause[] {
  return texts.map((text) => ({ text, origin }));
}

/** Says so when the trigger, the subject or the expression stands behind what CLIP reads. */
function noteClipWindow(clauses: readonly PromptClause[], notes: PromptNote[]): void {
  let end = 0;
  for (const { text, origin } of clauses) {
    end += estimateTokens(text).clip;
    const matters =
      origin === "trigger" || origin === "subject" || origin === "expression" || origin === "reinforcement";
    if (matters && end > CLIP_WORDS) {
      notes.push({
        code: "past-clip-window",
        message: `“${text}” stands past the ${CLIP_WORDS + 2} tokens CLIP reads; only T5 sees it. Shorten what stands before it.`,
        clause: text,
      });
    }
    end += 1;
  }
}

function tooLong(x: CheckedRequest, fixedTokens: number, own: readonly string[]): Result<never, PromptError> {
  const [first = ""] = own;
  const length = fixedTokens + estimateTokens(first).t5 + 1;
  const field = fixedTokens > T5_LIMIT && x.subject !== null ? "subject" : "brief";
  return refuse({
    code: "brief-too-long",
    field,
    length,
    max: T5_LIMIT,
    unit: "t5-tokens",
    message: `The ${field} alone has about ${length} tokens; FLUX reads ${T5_LIMIT}. Shorten it.`,
  });
}
