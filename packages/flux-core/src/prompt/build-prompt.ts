import { findForeignTrigger } from "../isolation/find-foreign-trigger.ts";
import { refuse, succeed, type Result } from "../result.ts";
import { assembleClauses, type PromptParts } from "./assemble-clauses.ts";
import type { BuiltPrompt, PromptNote } from "./built-prompt.ts";
import { expressions } from "./expressions.ts";
import { fitBudget, T5_LIMIT, type Fitted } from "./fit-budget.ts";
import { measurePrompt } from "./measure-prompt.ts";
import { noteClipWindow } from "./note-clip-window.ts";
import type { PromptError } from "./prompt-error.ts";
import { checkRequest, type CheckedRequest, type PromptRequest } from "./prompt-request.ts";
import { isQualityClause, qualityClauses } from "./quality.ts";
import { settleClauses } from "./settle-clauses.ts";

/**
 * Builds the text that is sent from a brief: cleaned, with the trigger word placed, forced smiles replaced and
 * the quality specification added. Building a built text again with the same other arguments gives the same
 * text.
 *
 * A brief and a subject have at most 4,000 characters. Token counts are estimates, with the encoders' start
 * and end marks; the package's README says how far they can be off.
 *
 * Errors: `request-unreadable`, `argument-invalid`, `trigger-invalid`, `placement-unknown`, `quality-unknown`,
 * `expression-unknown`, `expression-policy-unknown`, `level-unknown`, `brief-empty`, `brief-too-long`
 * ({ length, max, unit }), `foreign-trigger` ({ trigger }).
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
  const notes: PromptNote[] = [];
  const parts = partsOf(checked.value, notes);
  if (!parts.ok) return parts;

  const { trigger, foreignTriggers } = checked.value;
  let clauses = assembleClauses(parts.value);
  let measured = measurePrompt(clauses, trigger);
  if (measured.tokens.t5 > T5_LIMIT) {
    const fitted = fitBudget(parts.value, notes);
    if (!fitted.fits) return refuse(tooManyTokens(fitted));
    clauses = assembleClauses(fitted.parts);
    measured = measurePrompt(clauses, trigger);
  }
  const { text, tokens, triggerCount, clipEnds } = measured;
  // Each part is free of them by now; only a listed phrase can still be in the package's own wording.
  const foreign = foreignTriggers.length === 0 ? null : findForeignTrigger(text, trigger, foreignTriggers);
  if (foreign !== null) {
    return refuse({
      code: "foreign-trigger",
      field: "foreignTriggers",
      trigger: foreign,
      message: `The prompt's own wording contains ${JSON.stringify(foreign)}, which is listed as somebody else's trigger word.`,
    });
  }
  noteClipWindow(clauses, clipEnds, notes);
  return succeed({ text, clauses, triggerCount, tokens, notes });
}

/**
 * The parts of a prompt, before anything is dropped for length. A clause of the brief that is placed elsewhere
 * anyway, case aside, is left to that place; copies of the trigger are gone from it by then.
 */
function partsOf(request: CheckedRequest, notes: PromptNote[]): Result<PromptParts, PromptError> {
  const { trigger, placement, quality: chosen, expression, enhancementPhrase } = request;
  const subject: Result<readonly string[], PromptError> =
    request.subject === null ? succeed([]) : settleClauses(request.subject, "subject", request, notes);
  if (!subject.ok) return subject;
  const brief = settleClauses(request.brief, "brief", request, notes);
  if (!brief.ok) return brief;

  const parts = {
    trigger,
    subject: subject.value,
    expression: expression === null ? [] : [expressions[expression].noun],
    reinforcement: placement === "begin-and-middle" ? [`${trigger} portrait`] : [],
    quality: qualityClauses(chosen, trigger),
    enhancement: enhancementPhrase === null ? [] : [enhancementPhrase],
  };
  const placed = new Set(
    [...parts.subject, ...parts.expression, ...parts.enhancement].map((clause) => clause.toLowerCase()),
  );
  const isOwn = (clause: string): boolean => {
    const key = clause.toLowerCase();
    return !placed.has(key) && !isQualityClause(chosen, key);
  };
  return succeed({ ...parts, brief: brief.value.filter(isOwn) });
}

function tooManyTokens({ tokens, field }: Extract<Fitted, { fits: false }>): PromptError {
  return {
    code: "brief-too-long",
    field,
    length: tokens,
    max: T5_LIMIT,
    unit: "t5-tokens",
    message: `The ${field} comes to about ${tokens} tokens with what belongs to it; FLUX reads ${T5_LIMIT}. Shorten it.`,
  };
}
