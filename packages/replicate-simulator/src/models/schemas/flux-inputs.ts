import { aspectRatios } from "../../drawing/output-size.ts";
import type { CogInput, CogInputs } from "./cog-input.ts";

const prompt: CogInput = {
  type: "string",
  required: true,
  description: "What the picture shows. The trained trigger word makes the trained subject appear.",
};
const aspectRatio = (choices: readonly string[]): CogInput => ({
  type: "string",
  choices,
  default: "1:1",
  description: "Proportions of the picture",
});
const image: CogInput = { type: "string", format: "uri", description: "A picture to start from" };
const promptStrength: CogInput = {
  type: "number",
  default: 0.8,
  minimum: 0,
  maximum: 1,
  description: "How much of the starting picture is given up; 1 keeps nothing of it",
};
const outputs: CogInput = {
  type: "integer",
  default: 1,
  minimum: 1,
  maximum: 4,
  description: "How many pictures to make",
};
const inferenceSteps: CogInput = {
  type: "integer",
  default: 28,
  minimum: 1,
  maximum: 50,
  description: "How many denoising steps to take",
};
const guidance = (): CogInput => ({
  type: "number",
  default: 3,
  minimum: 0,
  maximum: 10,
  description: "How closely the picture is guided; lower values look more realistic",
});
const seed: CogInput = { type: "integer", description: "Random seed; set it to repeat a picture" };
const outputFormat: CogInput = {
  type: "string",
  choices: ["webp", "jpg", "png"],
  default: "webp",
  description: "Format of the pictures",
};
const outputQuality: CogInput = {
  type: "integer",
  default: 80,
  minimum: 0,
  maximum: 100,
  description: "Quality of webp and jpg, 0 to 100; png is lossless",
};
const disableSafetyChecker: CogInput = {
  type: "boolean",
  default: false,
  description: "Skip the safety checker",
};
const goFast = (byDefault: boolean): CogInput => ({
  type: "boolean",
  default: byDefault,
  description: "Run the faster fp8 model, which does not repeat exactly",
});
const megapixels: CogInput = {
  type: "string",
  choices: ["1", "0.25"],
  default: "1",
  description: "Roughly how many megapixels",
};
const loraScale = (which: string): CogInput => ({
  type: "number",
  default: 1,
  minimum: -1,
  maximum: 3,
  description: `How strongly the ${which} LoRA is applied`,
});
const loraReference: CogInput = {
  type: "string",
  description:
    "owner/name, owner/name/version, huggingface.co/owner/model, civitai.com/models/id, or a .safetensors address",
};

/** Inputs of a version that the FLUX trainers make. */
export const trainedLoraInputs: CogInputs = {
  prompt,
  image,
  mask: { type: "string", format: "uri", description: "Which part of the image to repaint, in white" },
  aspect_ratio: aspectRatio([...aspectRatios, "custom"]),
  height: {
    type: "integer",
    minimum: 256,
    maximum: 1440,
    description: "Height in pixels, with aspect_ratio custom; rounded to a multiple of 16",
  },
  width: {
    type: "integer",
    minimum: 256,
    maximum: 1440,
    description: "Width in pixels, with aspect_ratio custom; rounded to a multiple of 16",
  },
  prompt_strength: promptStrength,
  model: { type: "string", choices: ["dev", "schnell"], default: "dev", description: "Which FLUX to run" },
  num_outputs: outputs,
  num_inference_steps: inferenceSteps,
  guidance_scale: guidance(),
  seed,
  output_format: outputFormat,
  output_quality: outputQuality,
  disable_safety_checker: disableSafetyChecker,
  go_fast: goFast(false),
  megapixels,
  replicate_weights: { type: "string", description: "Set by the platform" },
  lora_scale: loraScale("main"),
  extra_lora: loraReference,
  extra_lora_scale: loraScale("extra"),
};

/** Inputs of black-forest-labs/flux-dev. */
export const fluxDevInputs: CogInputs = {
  prompt,
  aspect_ratio: aspectRatio(aspectRatios),
  image,
  prompt_strength: promptStrength,
  num_outputs: outputs,
  num_inference_steps: inferenceSteps,
  guidance: guidance(),
  seed,
  output_format: outputFormat,
  output_quality: outputQuality,
  disable_safety_checker: disableSafetyChecker,
  go_fast: goFast(true),
  megapixels,
};

/** Inputs of black-forest-labs/flux-dev-lora. */
export const fluxDevLoraInputs: CogInputs = {
  ...fluxDevInputs,
  lora_weights: loraReference,
  lora_scale: loraScale("main"),
  extra_lora: loraReference,
  extra_lora_scale: loraScale("extra"),
  hf_api_token: { type: "string", secret: true, description: "HuggingFace token, for gated weights" },
  civitai_api_token: { type: "string", secret: true, description: "Civitai token, for gated weights" },
};
