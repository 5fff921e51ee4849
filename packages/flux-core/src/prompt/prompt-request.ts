import { describeValue } from "../describe-value.ts";
import { isTriggerWord } from "../isolation/trigger-word.ts";
import { enhancements, levels, type Level } from "../presets/enhancements.ts";
import { readTexts } from "../read-texts.ts";
import { refuse, succeed, type Result } from "../result.ts";
import { expressionPolicies, type ExpressionPolicy } from "./expression-policy.ts";
import { expressions, type Expression } from "./expressions.ts";
import { placements, type Placement } from "./placement.ts";
import type { PromptError, PromptField } from "./prompt-error.ts";
import { qualities, type Quality } from "./quality.ts";

/** What a prompt is built from. */
export type PromptRequest = {
  /** What the picture should show, in plain words, at most 4,000 characters. */
  readonly brief: string;
  /** The subject's trigger word, `user` and 8 to 12 digits. */
  readonly trigger: string;
  readonly placement: Placement;
  readonly quality: Quality;
  readonly expression?: Expression;
  /** `natural` when not given. */
  readonly expressionPolicy?: ExpressionPolicy;
  /** Phrases the expression policy leaves alone, at most 100. */
  readonly keep?: readonly string[];
  /** Who is in the picture, in plain words, placed before the brief. */
  readonly subject?: string;
  /** `none` when not given. */
  readonly enhancement?: Level;
  /** Trigger words of others, taken literally, at most 100,000. */
  readonly foreignTriggers?: readonly string[];
};

/** A request whose every field has been checked, defaults filled in. */
export type CheckedRequest = {
  readonly brief: string;
  readonly trigger: string;
  readonly placement: Placement;
  readonly quality: Quality;
  readonly expression: Expression | null;
  readonly expressionPolicy: ExpressionPolicy;
  readonly keep: readonly string[];
  readonly subject: string | null;
  readonly enhancementPhrase: string | null;
  readonly foreignTriggers: readonly string[];
};

export const MAXIMUM_KEPT_PHRASES = 100;
export const MAXIMUM_FOREIGN_TRIGGERS = 100_000;
const expressionIds = Object.freeze(Object.keys(expressions));

/** Every field of a request, each read exactly once; `null` when it is no object or reading it throws. */
function readRequest(request: unknown): { readonly [field in PromptField]?: unknown } | null {
  if (typeof request !== "object" || request === null) return null;
  try {
    // Safe: any object can be asked for any property, and the values stay unknown.
    const source = request as { readonly [field in PromptField]?: unknown };
    return {
      brief: source.brief,
      trigger: source.trigger,
      placement: source.placement,
      quality: source.quality,
      expression: source.expression,
      expressionPolicy: source.expressionPolicy,
      keep: source.keep,
      subject: source.subject,
      enhancement: source.enhancement,
      foreignTriggers: source.foreignTriggers,
    };
  } catch {
    // A getter or a proxy that throws: that it cannot be read is the whole answer.
    return null;
  }
}

export function checkRequest(request: unknown): Result<CheckedRequest, PromptError> {
  const read = readRequest(request);
  if (read === null) {
    return refuse({
      code: "request-unreadable",
      message: "What a prompt is built from must be an object with at least a brief and a trigger word.",
    });
  }
  const { brief, trigger, placement, quality, expression, expressionPolicy = "natural" } = read;
  const { subject, enhancement = "none" } = read;
  if (typeof brief !== "string") {
    return refuse({ code: "argument-invalid", field: "brief", message: mustBeText("brief", brief) });
  }
  if (!isTriggerWord(trigger)) {
    return refuse({
      code: "trigger-invalid",
      field: "trigger",
      message: `A trigger word is “user” and 8 to 12 digits, not ${describeValue(trigger)}.`,
    });
  }
  if (!isOneOf(placements, placement)) {
    return refuse({ code: "placement-unknown", field: "placement", ...unknownOption(placement, placements) });
  }
  if (!isOneOf(qualities, quality)) {
    return refuse({ code: "quality-unknown", field: "quality", ...unknownOption(quality, qualities) });
  }
  if (expression !== undefined && !isExpression(expression)) {
    return refuse({
      code: "expression-unknown",
      field: "expression",
      ...unknownOption(expression, expressionIds),
    });
  }
  if (!isOneOf(expressionPolicies, expressionPolicy)) {
    return refuse({
      code: "expression-policy-unknown",
      field: "expressionPolicy",
      ...unknownOption(expressionPolicy, expressionPolicies),
    });
  }
  if (!isOneOf(levels, enhancement)) {
    return refuse({ code: "level-unknown", field: "enhancement", ...unknownOption(enhancement, levels) });
  }
  if (subject !== undefined && typeof subject !== "string") {
    return refuse({ code: "argument-invalid", field: "subject", message: mustBeText("subject", subject) });
  }
  const keep = readTexts(read.keep ?? [], MAXIMUM_KEPT_PHRASES);
  if (keep === null) {
    return refuse({
      code: "argument-invalid",
      field: "keep",
      message: `The phrases to keep must be a list of at most ${MAXIMUM_KEPT_PHRASES} texts.`,
    });
  }
  const foreignTriggers = readTexts(read.foreignTriggers ?? [], MAXIMUM_FOREIGN_TRIGGERS);
  if (foreignTriggers === null) {
    return refuse({
      code: "argument-invalid",
      field: "foreignTriggers",
      message: `The trigger words of others must be a list of at most ${MAXIMUM_FOREIGN_TRIGGERS} texts.`,
    });
  }
  return succeed({
    brief,
    trigger,
    placement,
    quality,
    expression: expression ?? null,
    expressionPolicy,
    keep,
    subject: subject ?? null,
    enhancementPhrase: enhancement === "none" ? null : enhancements[enhancement].phrase,
    foreignTriggers,
  });
}

function mustBeText(field: string, value: unknown): string {
  return `The ${field} must be a text, not ${describeValue(value)}.`;
}

function unknownOption(value: unknown, allowed: readonly string[]) {
  return {
    value,
    allowed,
    message: `${describeValue(value)} is none of ${allowed.join(", ")}.`,
  };
}

function isOneOf<TOption>(options: readonly TOption[], value: unknown): value is TOption {
  for (const option of options) if (option === value) return true;
  return false;
}

function isExpression(value: unknown): value is Expression {
  return typeof value === "string" && Object.hasOwn(expressions, value);
}
