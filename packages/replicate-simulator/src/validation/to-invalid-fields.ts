import type { ErrorObject } from "ajv";
import type { InvalidField } from "./invalid-field.ts";

/**
 * Words ajv's errors as the provider does; its wording is that of the Go library gojsonschema, without the lines
 * about `allOf` itself. Seen in public bug reports: required, enum, number_lte, additional_property_not_allowed.
 */
export function toInvalidFields(errors: readonly ErrorObject[], at: string): InvalidField[] {
  return errors.flatMap((error) => {
    const worded = word(error);
    if (worded === null) return [];
    return [{ type: worded.type, field: fieldOf(error, at), description: worded.description }];
  });
}

/** The body's `detail`: one line for each field. */
export function detailOf(fields: readonly InvalidField[]): string {
  return fields
    .map(({ field, description }) => (field === "" ? `- ${description}\n` : `- ${field}: ${description}\n`))
    .join("");
}

function fieldOf(error: ErrorObject, at: string): string {
  const path = error.instancePath.split("/").slice(1);
  return [...(at === "" ? [] : [at]), ...path].join(".");
}

function word(error: ErrorObject): { type: string; description: string } | null {
  const limit = String(error.params["limit"]);
  switch (error.keyword) {
    case "required":
      return { type: "required", description: `${String(error.params["missingProperty"])} is required` };
    case "additionalProperties": {
      const name = String(error.params["additionalProperty"]);
      return {
        type: "additional_property_not_allowed",
        description: `Additional property ${name} is not allowed`,
      };
    }
    case "type":
      return {
        type: "invalid_type",
        description: `Invalid type. Expected: ${String(error.params["type"])}, given: ${typeOf(error.data)}`,
      };
    case "minimum":
      return { type: "number_gte", description: `Must be greater than or equal to ${limit}` };
    case "maximum":
      return { type: "number_lte", description: `Must be less than or equal to ${limit}` };
    case "minLength":
      return {
        type: "string_gte",
        description: `String length must be greater than or equal to ${limit}`,
      };
    case "maxLength":
      return { type: "string_lte", description: `String length must be less than or equal to ${limit}` };
    case "pattern":
      return { type: "pattern", description: `Does not match pattern '${String(error.params["pattern"])}'` };
    case "format":
      return { type: "format", description: `Does not match format '${String(error.params["format"])}'` };
    case "enum": {
      const allowed: unknown = error.params["allowedValues"];
      const list = Array.isArray(allowed) ? allowed.map((value) => JSON.stringify(value)).join(", ") : "";
      const name = error.instancePath.split("/").at(-1) ?? "";
      return { type: "enum", description: `${name} must be one of the following: ${list}` };
    }
    default:
      return null;
  }
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}
