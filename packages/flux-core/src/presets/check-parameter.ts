import { describeValue } from "../describe-value.ts";
import { expressionPolicies } from "../prompt/expression-policy.ts";
import { placements } from "../prompt/placement.ts";
import { qualities } from "../prompt/quality.ts";
import type { Failure } from "../result.ts";
import {
  aspectRatios,
  megapixelChoices,
  outputFormats,
  parameterBounds,
  type BoundedParameter,
  type Parameters,
} from "./parameters.ts";

export type ParameterError =
  | (Failure<"parameter-out-of-bounds"> & {
      readonly field: BoundedParameter;
      readonly value: unknown;
      readonly min: number;
      readonly max: number;
      readonly whole: boolean;
    })
  | (Failure<"parameter-not-allowed"> & {
      readonly field: Choice;
      readonly value: unknown;
      readonly allowed: readonly (string | boolean)[];
    });

type Choice = Exclude<keyof Parameters, BoundedParameter>;

const choices: { readonly [field in Choice]: readonly (string | boolean)[] } = Object.freeze({
  goFast: [true, false],
  aspectRatio: aspectRatios,
  megapixels: megapixelChoices,
  outputFormat: outputFormats,
  triggerPlacement: placements,
  promptQuality: qualities,
  expressionPolicy: expressionPolicies,
});

/** Every parameter by name, in the order in which a preset has them. */
export const parameterNames: readonly (keyof Parameters)[] = Object.freeze([
  "guidance",
  "numInferenceSteps",
  "outputQuality",
  "goFast",
  "loraScale",
  "aspectRatio",
  "megapixels",
  "outputFormat",
  "outputs",
  "triggerPlacement",
  "promptQuality",
  "expressionPolicy",
]);

/** Why a value cannot stand for a parameter, or `null` when it can. */
export function checkParameter(field: keyof Parameters, value: unknown): ParameterError | null {
  if (isBounded(field)) {
    const { min, max, whole } = parameterBounds[field];
    if (typeof value === "number" && value >= min && value <= max && (!whole || Number.isInteger(value))) {
      return null;
    }
    const kind = whole ? "a whole number" : "a number";
    return {
      code: "parameter-out-of-bounds",
      field,
      value,
      min,
      max,
      whole,
      message: `${field} must be ${kind} from ${min} to ${max}, not ${describeValue(value)}.`,
    };
  }
  const allowed = choices[field];
  if (allowed.some((choice) => choice === value)) return null;
  return {
    code: "parameter-not-allowed",
    field,
    value,
    allowed,
    message: `${field} must be one of ${allowed.join(", ")}, not ${describeValue(value)}.`,
  };
}

function isBounded(field: keyof Parameters): field is BoundedParameter {
  return Object.hasOwn(parameterBounds, field);
}
