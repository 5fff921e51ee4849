import type { VersionFamily } from "../version-record.ts";
import { fluxDevInputs, fluxDevLoraInputs, trainedLoraInputs } from "./flux-inputs.ts";
import { toOpenapiSchema } from "./to-openapi-schema.ts";
import { fastFluxTrainerInputs, fluxDevLoraTrainerInputs, noInputs } from "./trainer-inputs.ts";

const pictures = { type: "array", items: { type: "string", format: "uri" }, title: "Output" };
const nothing = { type: "string", title: "Output" };
const weights = {
  type: "object",
  title: "TrainingOutput",
  required: ["weights"],
  properties: { weights: { type: "string", title: "Weights", format: "uri" } },
};

const schemas: Readonly<Record<VersionFamily, Record<string, unknown>>> = {
  "flux-trained-lora": toOpenapiSchema({ inputs: trainedLoraInputs, output: pictures }),
  "flux-dev": toOpenapiSchema({ inputs: fluxDevInputs, output: pictures }),
  "flux-dev-lora": toOpenapiSchema({ inputs: fluxDevLoraInputs, output: pictures }),
  "flux-dev-lora-trainer": toOpenapiSchema({
    inputs: noInputs,
    output: nothing,
    training: { inputs: fluxDevLoraTrainerInputs, output: weights },
  }),
  "fast-flux-trainer": toOpenapiSchema({
    inputs: noInputs,
    output: nothing,
    training: { inputs: fastFluxTrainerInputs, output: weights },
  }),
};

/** The `openapi_schema` of every version of this family. */
export function schemaOfFamily(family: VersionFamily): Readonly<Record<string, unknown>> {
  return schemas[family];
}

/** True when versions of this family can train. */
export function isTrainer(family: VersionFamily): boolean {
  return family === "flux-dev-lora-trainer" || family === "fast-flux-trainer";
}
