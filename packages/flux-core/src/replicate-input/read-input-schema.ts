import { readList } from "../read-list.ts";
import { readRecord } from "../read-record.ts";

/** What a version says about one of its inputs, `$ref` and `allOf` followed. */
export type PropertySchema = {
  readonly types: readonly string[];
  readonly allowed: readonly unknown[] | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly exclusiveMinimum: number | null;
  readonly exclusiveMaximum: number | null;
};

export type InputSchema = {
  /** What the version says about this input; `null` when it has no such input. */
  readonly property: (name: string) => PropertySchema | null;
  readonly required: readonly string[];
};

/** Deeper than any schema Replicate has; a circle of references ends here. */
const MAXIMUM_DEPTH = 20;

/** More entries than any list in a schema of Replicate's has. */
const MAXIMUM_ENTRIES = 1000;

/** The schema of a version's inputs, from its whole OpenAPI document; `null` when there is none in it. */
export function readInputSchema(document: unknown): InputSchema | null {
  const components = field(field(document, "components"), "schemas");
  const input = resolveReference(field(components, "Input"), document, 0);
  const properties = field(input, "properties");
  if (typeof properties !== "object" || properties === null) return null;
  const required = field(input, "required");
  return {
    property: (name) => {
      const schema = field(properties, name);
      return schema === undefined ? null : readProperty(schema, document);
    },
    required: listOf(required).filter((name) => typeof name === "string"),
  };
}

/** An own property of something unknown, never one it inherits. */
function field(source: unknown, name: string): unknown {
  if (typeof source !== "object" || source === null) return undefined;
  try {
    if (!Object.hasOwn(source, name)) return undefined;
  } catch {
    // A proxy that throws: what cannot be read is not there.
    return undefined;
  }
  return readRecord(source, [name])?.[name];
}

function listOf(value: unknown): readonly unknown[] {
  return readList(value, MAXIMUM_ENTRIES);
}

function resolveReference(schema: unknown, document: unknown, depth: number): unknown {
  const reference = field(schema, "$ref");
  if (typeof reference !== "string" || depth > MAXIMUM_DEPTH || !reference.startsWith("#/")) return schema;
  let target = document;
  for (const step of reference.slice(2).split("/")) {
    target = field(target, step.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return resolveReference(target, document, depth + 1);
}

/** Every schema that holds for a value at once: the schema itself and what `allOf` adds, references followed. */
function partsOf(schema: unknown, document: unknown, depth = 0): readonly unknown[] {
  if (depth > MAXIMUM_DEPTH) return [];
  const resolved = resolveReference(schema, document, 0);
  const parts = listOf(field(resolved, "allOf"));
  const [onlyBranch, ...otherBranches] = nonNullBranches(resolved);
  const inner = onlyBranch !== undefined && otherBranches.length === 0 ? [...parts, onlyBranch] : parts;
  return [resolved, ...inner.flatMap((part) => partsOf(part, document, depth + 1))];
}

/** An optional input is told as `anyOf` of its schema and null. */
function nonNullBranches(schema: unknown): readonly unknown[] {
  const branches = [...listOf(field(schema, "anyOf")), ...listOf(field(schema, "oneOf"))];
  return branches.filter((branch) => field(branch, "type") !== "null");
}

function readProperty(schema: unknown, document: unknown): PropertySchema {
  const parts = partsOf(schema, document);
  const numbers = (name: string): readonly number[] =>
    parts.map((part) => field(part, name)).filter((value) => typeof value === "number");
  const type = parts.map((part) => field(part, "type")).find((value) => value !== undefined);
  const choices = parts.map((part) => field(part, "enum")).find((value) => value !== undefined);
  return {
    types: typeof type === "string" ? [type] : listOf(type).filter((name) => typeof name === "string"),
    allowed: choices === undefined ? null : listOf(choices),
    minimum: greatest(numbers("minimum")),
    maximum: least(numbers("maximum")),
    exclusiveMinimum: greatest(numbers("exclusiveMinimum")),
    exclusiveMaximum: least(numbers("exclusiveMaximum")),
  };
}

function greatest(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.max(...numbers);
}

function least(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.min(...numbers);
}
