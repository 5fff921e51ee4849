import * as z from "zod";
import type { Provider } from "./provider.ts";
import type { ProviderError } from "./provider-error.ts";
import { type Trainer, trainingInput } from "./trainers.ts";

export type TrainerCheck =
  | { readonly outcome: "agrees" }
  /** One line for each difference, ready for an operator to read. */
  | { readonly outcome: "differs"; readonly lines: readonly [string, ...string[]] }
  /** The provider could not be asked: nothing is known. */
  | { readonly outcome: "unavailable"; readonly error: ProviderError };

const propertySchema = z.object({
  type: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  enum: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
  allOf: z.array(z.object({ $ref: z.string() })).optional(),
});
type Property = z.infer<typeof propertySchema>;

const inputsSchema = z.object({
  properties: z.record(z.string(), propertySchema),
  required: z.array(z.string()).default([]),
});

const documentSchema = z.object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) });

/** Asks for the pinned version's schema and compares it with what the studio would send. For the start of the server. */
export async function checkTrainer(provider: Provider, trainer: Trainer): Promise<TrainerCheck> {
  const answer = await provider.versionSchema(trainer);
  if (answer.outcome === "ok") return compareTrainer(trainer, answer.value);
  const { error } = answer;
  if (error.code !== "provider_refused") return { outcome: "unavailable", error };
  return differs([`${nameOf(trainer)} is not offered to this account (${error.reason}).`]);
}

/** Compares what a training would send with the version's `openapi_schema`. */
export function compareTrainer(trainer: Trainer, openapiSchema: unknown): TrainerCheck {
  const document = documentSchema.safeParse(openapiSchema);
  const schemas = document.success ? document.data.components.schemas : {};
  // Versions built before cog told the two apart have their training inputs under `Input`.
  const inputs = inputsSchema.safeParse(schemas["TrainingInput"] ?? schemas["Input"]);
  if (!inputs.success) return differs([`${nameOf(trainer)} has no readable training inputs.`]);

  const { properties, required } = inputs.data;
  const sent = trainingInput(trainer, {
    zipUrl: "https://example.com/selfies.zip",
    triggerWord: "user00000000",
  });
  const lines = [
    ...Object.entries(sent).flatMap(([name, value]) => {
      const property = properties[name];
      const problem =
        property === undefined ? "is not one of its inputs" : problemOf(value, property, schemas);
      return problem === null ? [] : [`${nameOf(trainer)}: ${name} ${problem}.`];
    }),
    ...required
      .filter((name) => !(name in sent))
      .map((name) => `${nameOf(trainer)}: ${name} is required and the studio does not send it.`),
  ];
  const [first, ...rest] = lines;
  return first === undefined ? { outcome: "agrees" } : { outcome: "differs", lines: [first, ...rest] };
}

const jsonTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === "number",
};

function problemOf(
  value: string | number | boolean,
  property: Property,
  schemas: Readonly<Record<string, unknown>>,
): string | null {
  const { type, minimum, maximum, enum: choices } = resolve(property, schemas);
  if (type !== undefined && jsonTypes[type]?.(value) !== true) {
    return `is sent as ${JSON.stringify(value)} and now has the type ${type}`;
  }
  if (choices !== undefined && !choices.includes(value)) {
    return `is sent as ${JSON.stringify(value)}, which is not among ${JSON.stringify(choices)}`;
  }
  if (typeof value === "number" && minimum !== undefined && value < minimum) {
    return `is sent as ${value}, below its minimum of ${minimum}`;
  }
  if (typeof value === "number" && maximum !== undefined && value > maximum) {
    return `is sent as ${value}, above its maximum of ${maximum}`;
  }
  return null;
}

/** A property with what its references say; cog puts an input's choices behind `allOf`. */
function resolve(property: Property, schemas: Readonly<Record<string, unknown>>): Property {
  const references = [property.$ref, ...(property.allOf ?? []).map(({ $ref }) => $ref)];
  const parts = references.flatMap((reference) => {
    const name = reference?.replace(/^#\/components\/schemas\//, "");
    const part = propertySchema.safeParse(name === undefined ? undefined : schemas[name]);
    return part.success ? [part.data] : [];
  });
  return Object.assign({}, ...parts, property) as Property;
}

const nameOf = ({ id, version }: Trainer): string => `${id}:${version.slice(0, 8)}`;

const differs = (lines: readonly [string, ...string[]]): TrainerCheck => ({ outcome: "differs", lines });
