import { compileSchema } from "./json-schema-validator.ts";

const text = { type: "string" };
const webhookFields = {
  webhook: text,
  webhook_events_filter: {
    type: "array",
    items: { type: "string", enum: ["start", "output", "logs", "completed"] },
  },
};
const predictionFields = { input: { type: "object" }, ...webhookFields, stream: { type: "boolean" } };

/** `POST /predictions`. */
export const checkVersionPredictionBody = compileSchema({
  type: "object",
  required: ["version", "input"],
  properties: { version: text, ...predictionFields },
  additionalProperties: false,
});

/** `POST /models/{owner}/{name}/predictions`, and the same for deployments. */
export const checkPredictionBody = compileSchema({
  type: "object",
  required: ["input"],
  properties: predictionFields,
  additionalProperties: false,
});

/** `POST /models/{owner}/{name}/versions/{id}/trainings`. */
export const checkTrainingBody = compileSchema({
  type: "object",
  required: ["destination", "input"],
  properties: { destination: text, input: { type: "object" }, ...webhookFields },
});

/** `POST /models`. */
export const checkModelBody = compileSchema({
  type: "object",
  required: ["owner", "name", "visibility", "hardware"],
  properties: {
    owner: text,
    name: text,
    visibility: { type: "string", enum: ["public", "private"] },
    hardware: text,
    description: text,
    github_url: text,
    paper_url: text,
    license_url: text,
    cover_image_url: text,
  },
});

/** `PATCH /models/{owner}/{name}`. */
export const checkModelChange = compileSchema({
  type: "object",
  properties: {
    description: text,
    readme: text,
    github_url: text,
    paper_url: text,
    weights_url: text,
    license_url: text,
  },
});

const instances = {
  min_instances: { type: "integer", minimum: 0, maximum: 5 },
  max_instances: { type: "integer", minimum: 0, maximum: 20 },
};

/** `POST /deployments`. */
export const checkDeploymentBody = compileSchema({
  type: "object",
  required: ["name", "model", "version", "hardware", "min_instances", "max_instances"],
  properties: { name: text, model: text, version: text, hardware: text, ...instances },
});

/** `PATCH /deployments/{owner}/{name}`. */
export const checkDeploymentChange = compileSchema({
  type: "object",
  properties: { version: text, hardware: text, ...instances },
});
