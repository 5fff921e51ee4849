import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { isObject } from "./is-object.ts";

const file = process.env["REPLICATE_OPENAPI_FILE"] ?? "";

/** Why answers are not checked against the provider's document; empty when they are. */
export const openapiReason =
  file === "" ? " (not held against the document: REPLICATE_OPENAPI_FILE names no file)" : "";

type Json = Record<string, unknown>;

const document: Json | null =
  file === "" ? null : withTolerances(objectAt(JSON.parse(readFileSync(file, "utf8"))));

/**
 * Where practice differs from the document, practice is sent: times that have not come yet, the output of a
 * training under way and a file's expiry may be null, and "hidden" is one version, not two schemas at once.
 */
function withTolerances(whole: Json): Json {
  const schemas = objectAt(objectAt(whole["components"])["schemas"]);
  const property = (schema: string, name: string) =>
    objectAt(objectAt(objectAt(schemas[schema])["properties"])[name]);
  for (const schema of ["schemas_prediction_response", "schemas_training_response"]) {
    for (const name of ["started_at", "completed_at"]) property(schema, name)["nullable"] = true;
  }
  property("schemas_training_response", "output")["nullable"] = true;
  property("schemas_file_response", "expires_at")["nullable"] = true;
  const version = property("schemas_prediction_response", "version");
  delete version["oneOf"];
  version["type"] = "string";
  return whole;
}

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addFormat("uri", (text) => URL.canParse(text));
ajv.addFormat("date-time", (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text));
if (document !== null) ajv.addSchema(document, "replicate");

const compiled = new Map<string, ValidateFunction>();

function checkAgainst(pointer: string, value: unknown): string[] {
  let validate = compiled.get(pointer);
  if (validate === undefined) {
    validate = ajv.compile({ $ref: `replicate#${pointer}` });
    compiled.set(pointer, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ""}`);
}

/** What is wrong with a webhook's body; it has to look like the answer to a get. */
export function checkWebhookBody(kind: "prediction" | "training", body: unknown): string[] {
  return document === null ? [] : checkAgainst(`/components/schemas/schemas_${kind}_response`, body);
}

/** Answers of the document's silence: it says nothing of refusals, which public reports show. */
const undocumented = new Set([400, 401, 402, 403, 404, 422, 429, 500]);

/** What is wrong with an answer, or with there being one at all; an empty list when it is as documented. */
export function checkAnswer(answer: {
  method: string;
  path: string;
  status: number;
  contentType: string;
  body: unknown;
}): string[] {
  if (document === null) return [];
  const paths = objectAt(document["paths"]);
  const template = Object.keys(paths).find((candidate) => matches(candidate, answer.path));
  const operation =
    template === undefined ? undefined : objectAt(paths[template])[answer.method.toLowerCase()];
  if (template === undefined || !isObject(operation)) {
    return undocumented.has(answer.status) ? [] : [`${answer.method} ${answer.path} is not in the document`];
  }
  const responses = objectAt(operation["responses"]);
  const response = responses[String(answer.status)];
  if (!isObject(response)) {
    return undocumented.has(answer.status) ? [] : [`status ${answer.status} is not in the document`];
  }
  const content = response["content"];
  if (!isObject(content)) return [];
  const [type] = answer.contentType.split(";");
  if (type === undefined || !isObject(content[type])) {
    return undocumented.has(answer.status)
      ? []
      : [`content type ${answer.contentType} is not in the document`];
  }
  if (!type.endsWith("json")) return [];
  const escape = (part: string) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
  const pointer = [
    "paths",
    template,
    answer.method.toLowerCase(),
    "responses",
    String(answer.status),
    "content",
    type,
  ]
    .map(escape)
    .join("/");
  return checkAgainst(`/${pointer}/schema`, answer.body);
}

function matches(template: string, path: string): boolean {
  const wanted = template.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith("{") || part === given[index])
  );
}

function objectAt(value: unknown): Json {
  if (!isObject(value)) throw new Error("The OpenAPI document is not as expected.");
  return value;
}
