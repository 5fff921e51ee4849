import { schemaOfFamily } from "../models/schemas/schema-of-family.ts";
import type { VersionFamily } from "../models/version-record.ts";
import { isObject } from "../validation/json-body.ts";

const redacted = "[REDACTED]";

/** A copy of an input without the values of the inputs that its schema calls secret. */
export function redactSecrets(
  family: VersionFamily,
  kind: "Input" | "TrainingInput",
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const components = schemaOfFamily(family)["components"];
  const schemas = isObject(components) ? components["schemas"] : undefined;
  const schema = isObject(schemas) ? schemas[kind] : undefined;
  const properties = isObject(schema) && isObject(schema["properties"]) ? schema["properties"] : {};
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const property = properties[name];
      const isSecret = isObject(property) && property["x-cog-secret"] === true;
      return [name, isSecret ? redacted : value];
    }),
  );
}
