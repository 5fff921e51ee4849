import { findForeignTrigger } from "../isolation/find-foreign-trigger.ts";
import { refuse, succeed, type Result } from "../result.ts";
import { applyExpressionPolicy, keptPhrases } from "./apply-expression-policy.ts";
import type { PromptNote } from "./built-prompt.ts";
import { cleanText } from "./clean-text.ts";
import { closedBrackets } from "./closed-brackets.ts";
import { cutClauses } from "./cut-clauses.ts";
import { markTriggerCopies, TRIGGER_MARK } from "./mark-trigger-copies.ts";
import type { PromptError } from "./prompt-error.ts";
import type { CheckedRequest } from "./prompt-request.ts";
import { mayForceSmile } from "./find-forced-smiles.ts";
import { hasContent, tidyClause } from "./tidy-clause.ts";

export const MAXIMUM_CHARACTERS = 4000;

/** More rounds than any text is known to need: each one only takes something away. */
const MAXIMUM_ROUNDS = 50;

const ascii = /^[\0-\x7f]*$/;
const hardlyKnownScript = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

/**
 * The clauses of a brief or subject: cleaned, without foreign triggers, copies of the trigger and forced
 * smiles. It is done over until nothing changes, so that the clauses, joined, give the same clauses again.
 */
export function settleClauses(
  text: string,
  field: "brief" | "subject",
  request: CheckedRequest,
  notes: PromptNote[],
): Result<readonly string[], PromptError> {
  const length = countCharacters(text);
  if (length > MAXIMUM_CHARACTERS) {
    return refuse({
      code: "brief-too-long",
      field,
      length,
      max: MAXIMUM_CHARACTERS,
      unit: "characters",
      message: `The ${field} has ${length} characters; at most ${MAXIMUM_CHARACTERS} are possible. Shorten it.`,
    });
  }
  let clauses: readonly string[] = [];
  let joined = text;
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const before = joined;
    const cleaning = cleanText(before);
    if (round === 0) noteCleaning(cleaning, field, notes);
    const foreign = findForeignTrigger(cleaning.text, request.trigger, request.foreignTriggers);
    if (foreign !== null) {
      return refuse({
        code: "foreign-trigger",
        field,
        trigger: foreign,
        message: `The ${field} names ${JSON.stringify(foreign)}, which is somebody else's trigger word. Take it out.`,
      });
    }
    const own = withoutTrigger(cutClauses(markTriggerCopies(cleaning.text, request.trigger)));
    if (round === 0 && own.length === 0) {
      return refuse({
        code: "brief-empty",
        field,
        message: `The ${field} has no word in it. Say in plain words what it should show.`,
      });
    }
    clauses = withNaturalExpression(own, field, request, notes);
    joined = clauses.join(", ");
    if (joined === before) break;
  }
  if (!ascii.test(joined) && hardlyKnownScript.test(joined)) {
    notes.push({
      code: "script-hardly-known",
      message: `FLUX's text encoders hardly know the script of this ${field}. It is sent as it is; English words work far better.`,
      from: joined,
    });
  }
  return succeed(clauses);
}

/** The clauses that say anything besides the trigger; `portrait` beside it was put there with it. */
function withoutTrigger(clauses: readonly string[]): readonly string[] {
  const own: string[] = [];
  for (const clause of clauses) {
    const tidied = tidyClause(clause);
    const named = clause.includes(TRIGGER_MARK);
    if (hasContent(tidied) && !(named && tidied.toLowerCase() === "portrait")) own.push(tidied);
  }
  return own;
}

function withNaturalExpression(
  clauses: readonly string[],
  field: "brief" | "subject",
  request: CheckedRequest,
  notes: PromptNote[],
): readonly string[] {
  const { expression, expressionPolicy, keep } = request;
  const natural =
    expressionPolicy === "natural" && clauses.some(mayForceSmile)
      ? applyExpressionPolicy(
          clauses,
          { expression, kept: keptPhrases(keep, expression), mayRemove: field === "brief" },
          notes,
        )
      : clauses;
  return field === "subject" ? natural.map(withoutUnclosedBrackets) : natural;
}

/** A bracket the subject leaves open would close somewhere in the brief behind it. */
function withoutUnclosedBrackets(clause: string): string {
  const unclosed = new Set(closedBrackets(clause).unclosed);
  if (unclosed.size === 0) return clause;
  return tidyClause(
    Array.from({ length: clause.length }, (_, at) => (unclosed.has(at) ? "" : clause[at])).join(""),
  );
}

function noteCleaning(
  cleaning: ReturnType<typeof cleanText>,
  field: "brief" | "subject",
  notes: PromptNote[],
): void {
  if (cleaning.unseenRemoved) {
    notes.push({
      code: "unseen-characters-removed",
      message: `Characters that cannot be seen were removed from the ${field}.`,
    });
  }
  if (cleaning.markdownStripped) {
    notes.push({
      code: "markdown-stripped",
      message: `Formatting marks were removed from the ${field}; its words stayed.`,
    });
  }
  if (cleaning.weightsUnwrapped) {
    notes.push({
      code: "weights-unwrapped",
      message: `Weights were removed from the ${field}: FLUX does not know them.`,
    });
  }
}

/** Unicode characters, not UTF-16 units: a pair of surrogates is one. */
function countCharacters(text: string): number {
  if (text.length <= MAXIMUM_CHARACTERS) return text.length;
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
