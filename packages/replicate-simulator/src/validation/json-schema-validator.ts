import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { InvalidField } from "./invalid-field.ts";
import { toInvalidFields } from "./to-invalid-fields.ts";

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
ajv.addFormat("uri", (text) => URL.canParse(text));
// Says how a field is shown, not what it may hold.
ajv.addFormat("password", true);

/** Checks a value against a JSON schema and tells what is wrong as the provider tells it. */
export type SchemaCheck = (value: unknown, at?: string) => InvalidField[];

/**
 * Compiles a schema once; the check returns an empty list for a valid value. `at` is the field the value stands in.
 *
 * @example
 * compileSchema({ type: "object", required: ["prompt"] })({}, "input");
 * // [{ type: "required", field: "input", description: "prompt is required" }]
 */
export function compileSchema(schema: Readonly<Record<string, unknown>>): SchemaCheck {
  const validate: ValidateFunction = ajv.compile(schema);
  return (value, at = "") => {
    if (validate(value)) return [];
    const errors: ErrorObject[] = validate.errors ?? [];
    return toInvalidFields(errors, at);
  };
}
