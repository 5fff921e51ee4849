import { z } from "zod";

const textual = z.looseObject({
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  default: z.unknown().optional(),
});

/** What is told in other words. */
const told = new Set([...Object.keys(textual.shape), "$schema", "propertyNames", "description", "title"]);

/**
 * A JSON schema as one would write the type, with the bounds in brackets behind it.
 *
 * @example describeSchema({ type: "string", maxLength: 80 }) // "string [maxLength 80]"
 */
export function describeSchema(given: unknown, indent = ""): string {
  const schema = textual.parse(given);
  const bounds = Object.entries(schema)
    .filter(([key, value]) => !told.has(key) && !isOfEveryOne(schema, key, value))
    .map(([key, value]) => `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`);
  if (schema.default !== undefined) bounds.push(`default ${JSON.stringify(schema.default)}`);
  return `${typeOf(schema, indent)}${bounds.length === 0 ? "" : ` [${bounds.join(", ")}]`}`;
}

function typeOf(schema: z.infer<typeof textual>, indent: string): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const some = schema.anyOf ?? schema.oneOf;
  if (some !== undefined) return some.map((each) => describeSchema(each, indent)).join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map((each) => describeSchema(each, indent)).join(" & ");
  if (schema.prefixItems !== undefined)
    return `[${schema.prefixItems.map((each) => describeSchema(each, indent)).join(", ")}]`;
  if (schema.type === "array") return `(${describeSchema(schema.items ?? {}, indent)})[]`;
  if (schema.type !== "object") return [schema.type ?? "anything"].flat().join(" | ");
  const inner = `${indent}  `;
  const lines = Object.entries(schema.properties ?? {}).map(([name, value]) => {
    const mark = schema.required?.includes(name) === true ? "" : "?";
    return `${inner}${name}${mark}: ${describeSchema(value, inner)}`;
  });
  if (typeof schema.additionalProperties === "object")
    lines.push(`${inner}[any]: ${describeSchema(schema.additionalProperties, inner)}`);
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

/** A pattern that only spells out a format's name, and the bounds of what a float holds exactly. */
function isOfEveryOne(schema: Readonly<Record<string, unknown>>, key: string, value: unknown): boolean {
  if (key === "pattern") return schema["format"] !== undefined;
  return typeof value === "number" && Math.abs(value) === Number.MAX_SAFE_INTEGER;
}
