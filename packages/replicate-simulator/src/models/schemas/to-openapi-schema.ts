import type { CogInput, CogInputs } from "./cog-input.ts";

type JsonObject = Record<string, unknown>;

/** A version's `openapi_schema` as cog publishes it: inputs with `x-order`, choices as schemas behind `allOf`. */
export function toOpenapiSchema(described: {
  inputs: CogInputs;
  output: JsonObject;
  training?: { inputs: CogInputs; output: JsonObject };
}): JsonObject {
  const schemas: JsonObject = {
    ...inputSchemas("Input", described.inputs),
    Output: described.output,
    Status: {
      title: "Status",
      description: "An enumeration.",
      enum: ["starting", "processing", "succeeded", "canceled", "failed"],
      type: "string",
    },
    WebhookEvent: {
      title: "WebhookEvent",
      description: "An enumeration.",
      enum: ["start", "output", "logs", "completed"],
      type: "string",
    },
  };
  const paths: JsonObject = { "/predictions": path("Predict", "PredictionRequest", "PredictionResponse") };
  Object.assign(schemas, messageSchemas("Prediction", "Input", "Output"));
  if (described.training !== undefined) {
    Object.assign(schemas, inputSchemas("TrainingInput", described.training.inputs), {
      TrainingOutput: described.training.output,
      ...messageSchemas("Training", "TrainingInput", "TrainingOutput"),
    });
    paths["/trainings"] = path("Train", "TrainingRequest", "TrainingResponse");
  }
  return { openapi: "3.0.2", info: { title: "Cog", version: "0.1.0" }, paths, components: { schemas } };
}

function inputSchemas(title: string, inputs: CogInputs): JsonObject {
  const properties: JsonObject = {};
  const enums: JsonObject = {};
  const required: string[] = [];
  for (const [order, [name, input]] of Object.entries(inputs).entries()) {
    if (input.required === true) required.push(name);
    if (input.choices === undefined) {
      properties[name] = plainProperty(name, input, order);
      continue;
    }
    enums[name] = { enum: input.choices, type: input.type, title: name, description: "An enumeration." };
    properties[name] = {
      ...(input.default === undefined ? {} : { default: input.default }),
      allOf: [{ $ref: `#/components/schemas/${name}` }],
      "x-order": order,
      description: input.description,
    };
  }
  const schema = { type: "object", title, ...(required.length === 0 ? {} : { required }), properties };
  return { [title]: schema, ...enums };
}

function plainProperty(name: string, input: CogInput, order: number): JsonObject {
  return {
    type: input.type,
    title: titleOf(name),
    ...(input.format === undefined ? {} : { format: input.format }),
    ...(input.secret === true ? { format: "password", writeOnly: true, "x-cog-secret": true } : {}),
    ...(input.default === undefined ? {} : { default: input.default }),
    ...(input.minimum === undefined ? {} : { minimum: input.minimum }),
    ...(input.maximum === undefined ? {} : { maximum: input.maximum }),
    "x-order": order,
    description: input.description,
  };
}

function titleOf(name: string): string {
  return name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

function messageSchemas(title: string, input: string, output: string): JsonObject {
  const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  return {
    [`${title}Request`]: {
      type: "object",
      title: `${title}Request`,
      properties: {
        id: { type: "string", title: "Id" },
        input: reference(input),
        webhook: { type: "string", title: "Webhook", format: "uri", maxLength: 65_536, minLength: 1 },
        webhook_events_filter: { type: "array", items: reference("WebhookEvent") },
      },
    },
    [`${title}Response`]: {
      type: "object",
      title: `${title}Response`,
      properties: {
        id: { type: "string", title: "Id" },
        input: reference(input),
        output: reference(output),
        status: reference("Status"),
        error: { type: "string", title: "Error" },
        logs: { type: "string", title: "Logs", default: "" },
        metrics: { type: "object", title: "Metrics" },
        created_at: { type: "string", title: "Created At", format: "date-time" },
        started_at: { type: "string", title: "Started At", format: "date-time" },
        completed_at: { type: "string", title: "Completed At", format: "date-time" },
      },
    },
  };
}

function path(summary: string, request: string, response: string): JsonObject {
  const content = (name: string) => ({
    "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
  });
  return {
    post: {
      summary,
      requestBody: { content: content(request) },
      responses: { "200": { description: "Successful Response", content: content(response) } },
    },
  };
}
