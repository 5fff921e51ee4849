import { describeValue } from "../describe-value.ts";
import type { InputValue, ReplicateInputError } from "./replicate-input-error.ts";
import type { PropertySchema } from "./read-input-schema.ts";

/** Why a version would not take a value, or `null` when it would. */
export function checkInputValue(
  field: string,
  value: InputValue,
  schema: PropertySchema,
): ReplicateInputError | null {
  const { types, allowed, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (types.length > 0 && !types.some((type) => hasType(value, type))) {
    const expected = types.join(" or ");
    return {
      code: "input-wrong-type",
      field,
      value,
      expected,
      message: `${field} must be of type ${expected} for this version; ${String(value)} is not.`,
    };
  }
  if (allowed !== null && !allowed.includes(value)) {
    return {
      code: "input-not-allowed",
      field,
      value,
      allowed,
      message: `${field} can be ${allowed.map(describeValue).join(", ")} for this version, not ${String(value)}.`,
    };
  }
  if (typeof value !== "number") return null;
  const tooSmall = value < (minimum ?? -Infinity) || value <= (exclusiveMinimum ?? -Infinity);
  const tooGreat = value > (maximum ?? Infinity) || value >= (exclusiveMaximum ?? Infinity);
  if (!tooSmall && !tooGreat) return null;
  const min = minimum ?? exclusiveMinimum;
  const max = maximum ?? exclusiveMaximum;
  return {
    code: "input-out-of-range",
    field,
    value,
    min,
    max,
    message: `${field} is ${value}, outside of what this version allows (${min ?? "any"} to ${max ?? "any"}).`,
  };
}

function hasType(value: InputValue, type: string): boolean {
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}
