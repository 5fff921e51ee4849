import { isOwnedGeneration, type OwnedGeneration } from "../isolation/owned-generation.ts";
import { enhancements } from "../presets/enhancements.ts";
import { refuse, succeed, type Result } from "../result.ts";
import { checkInputValue } from "./check-input-value.ts";
import { readInputSchema, type InputSchema } from "./read-input-schema.ts";
import type { InputValue, ReplicateInputError } from "./replicate-input-error.ts";

/**
 * A guarded generation in the words of the model version that runs it, from the version's whole OpenAPI
 * document. Guidance goes to `guidance_scale` or `guidance`, whichever the version has, because an unknown
 * input is ignored there without a word. What a version does not have is an error, except `go_fast: false` and
 * `megapixels: "1"`, which are what such a version does anyway.
 *
 * Errors: `not-owned` (this very object must come from the guard), `schema-unreadable`, `guidance-missing`,
 * `input-missing-in-version`, `input-required`, `input-wrong-type`, `input-out-of-range`, `input-not-allowed`;
 * each names its field.
 *
 * @example
 * const copied: OwnedGeneration = JSON.parse("{}");
 * const input = toReplicateInput(copied, {});
 * input.ok ? "" : input.error.code; // "not-owned"
 */
export function toReplicateInput(
  owned: OwnedGeneration,
  openapiSchema: unknown,
): Result<Record<string, InputValue>, ReplicateInputError> {
  if (!isOwnedGeneration(owned)) {
    return refuse({
      code: "not-owned",
      field: "owned",
      message:
        "Only a generation straight from the guard can be sent; this one is a copy or was never guarded.",
    });
  }
  const schema = readInputSchema(openapiSchema);
  if (schema === null) {
    return refuse({
      code: "schema-unreadable",
      field: "openapiSchema",
      message: "The version's OpenAPI document has no components.schemas.Input with properties.",
    });
  }
  const guidanceName = ["guidance_scale", "guidance"].find((name) => schema.property(name) !== null);
  if (guidanceName === undefined) {
    return refuse({
      code: "guidance-missing",
      field: "guidance",
      message: "The version has neither guidance_scale nor guidance, so the preset could not hold.",
    });
  }
  return inputFor(wantedInput(owned, guidanceName), schema);
}

/** Everything that would be sent, before the version is asked whether it has it. */
function wantedInput(
  owned: OwnedGeneration,
  guidanceName: string,
): readonly (readonly [string, InputValue])[] {
  const { preset, enhancement, seed } = owned;
  const layer = enhancement === "none" ? null : enhancements[enhancement];
  return [
    ["prompt", owned.prompt],
    [guidanceName, preset.guidance],
    ["num_inference_steps", preset.numInferenceSteps],
    ["output_quality", preset.outputQuality],
    ["go_fast", preset.goFast],
    ["lora_scale", preset.loraScale],
    ["aspect_ratio", preset.aspectRatio],
    ["megapixels", preset.megapixels],
    ["output_format", preset.outputFormat],
    ["num_outputs", owned.outputs],
    ...(seed === null ? [] : [["seed", seed] as const]),
    ...(layer === null
      ? []
      : [
          ["extra_lora", `huggingface.co/${layer.slug}`] as const,
          ["extra_lora_scale", layer.scale] as const,
        ]),
  ];
}

function inputFor(
  wanted: readonly (readonly [string, InputValue])[],
  schema: InputSchema,
): Result<Record<string, InputValue>, ReplicateInputError> {
  const input: Record<string, InputValue> = {};
  for (const [field, value] of wanted) {
    const property = schema.property(field);
    if (property === null) {
      if ((field === "go_fast" && value === false) || (field === "megapixels" && value === "1")) continue;
      return refuse({
        code: "input-missing-in-version",
        field,
        value,
        message: `The version has no input ${field}; ${String(value)} would be ignored without a word.`,
      });
    }
    const problem = checkInputValue(field, value, property);
    if (problem !== null) return refuse(problem);
    input[field] = value;
  }
  const lacking = schema.required.find((name) => !Object.hasOwn(input, name));
  if (lacking !== undefined) {
    return refuse({
      code: "input-required",
      field: lacking,
      message: `The version requires ${lacking}, which a portrait does not send.`,
    });
  }
  return succeed(input);
}
