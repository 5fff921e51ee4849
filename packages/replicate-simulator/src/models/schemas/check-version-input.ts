import { compileSchema, type SchemaCheck } from "../../validation/json-schema-validator.ts";
import type { InvalidField } from "../../validation/invalid-field.ts";
import type { VersionFamily } from "../version-record.ts";
import { schemaOfFamily } from "./schema-of-family.ts";

const compiled = new Map<string, SchemaCheck>();

/** Checks a job's input against its version's own schema; unknown inputs pass, as they do there. */
export function checkVersionInput(
  family: VersionFamily,
  kind: "Input" | "TrainingInput",
  input: unknown,
): InvalidField[] {
  const key = `${family} ${kind}`;
  let check = compiled.get(key);
  if (check === undefined) {
    check = compileSchema({ ...schemaOfFamily(family), $ref: `#/components/schemas/${kind}` });
    compiled.set(key, check);
  }
  return check(input, "input");
}
