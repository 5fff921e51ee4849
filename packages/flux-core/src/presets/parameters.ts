import { deepFreeze } from "../deep-freeze.ts";
import type { ExpressionPolicy } from "../prompt/expression-policy.ts";
import type { Placement } from "../prompt/placement.ts";
import type { Quality } from "../prompt/quality.ts";

/** What a generation can be tuned by. Numbers are the provider's own units; see `parameterBounds`. */
export type Parameters = {
  /** How closely the picture follows the prompt, 0 to 10. */
  guidance: number;
  /** Denoising steps, whole, 1 to 50. */
  numInferenceSteps: number;
  /** Compression quality of jpg and webp, whole, 0 to 100; without effect on png. */
  outputQuality: number;
  /** The provider's faster, reduced-precision run: cheaper in time, not repeatable from a seed. */
  goFast: boolean;
  /** How strongly the subject's own model is laid over FLUX, -1 to 3. */
  loraScale: number;
  aspectRatio: AspectRatio;
  /** Size of a portrait in millions of pixels, as the provider spells it. */
  megapixels: Megapixels;
  outputFormat: OutputFormat;
  /** Portraits asked for at once, whole, 1 to 4. */
  outputs: number;
  triggerPlacement: Placement;
  promptQuality: Quality;
  expressionPolicy: ExpressionPolicy;
};

/**
 * The shapes a portrait can have, width to height, as the provider spells them.
 *
 * @example
 * aspectRatios.includes("3:4"); // true
 */
export const aspectRatios = Object.freeze([
  "1:1",
  "16:9",
  "21:9",
  "3:2",
  "2:3",
  "4:5",
  "5:4",
  "3:4",
  "4:3",
  "9:16",
  "9:21",
] as const);
export type AspectRatio = (typeof aspectRatios)[number];

/**
 * The sizes a portrait can have, in millions of pixels, as the provider spells them.
 *
 * @example
 * megapixelChoices.includes("0.25"); // true
 */
export const megapixelChoices = Object.freeze(["1", "0.25"] as const);
export type Megapixels = (typeof megapixelChoices)[number];

/**
 * The file formats a portrait can have.
 *
 * @example
 * outputFormats.includes("png"); // true
 */
export const outputFormats = Object.freeze(["webp", "jpg", "png"] as const);
export type OutputFormat = (typeof outputFormats)[number];

/** The parameters that are numbers. */
export type BoundedParameter = "guidance" | "numInferenceSteps" | "outputQuality" | "loraScale" | "outputs";

/**
 * The least and the most of every number, both included, as the schema of a trained FLUX.1-dev model on
 * Replicate has them (replicate/cog-flux, HotswapPredictor).
 *
 * @example
 * parameterBounds.guidance; // { min: 0, max: 10, whole: false }
 */
export const parameterBounds = deepFreeze({
  guidance: { min: 0, max: 10, whole: false },
  numInferenceSteps: { min: 1, max: 50, whole: true },
  outputQuality: { min: 0, max: 100, whole: true },
  loraScale: { min: -1, max: 3, whole: false },
  outputs: { min: 1, max: 4, whole: true },
} satisfies Record<BoundedParameter, { min: number; max: number; whole: boolean }>);
