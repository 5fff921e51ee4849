export type { Failure, Result } from "./result.ts";

export { services, type Service } from "./presets/service.ts";
export {
  aspectRatios,
  megapixelChoices,
  outputFormats,
  parameterBounds,
  type AspectRatio,
  type BoundedParameter,
  type Megapixels,
  type OutputFormat,
  type Parameters,
} from "./presets/parameters.ts";
export type { ParameterError } from "./presets/check-parameter.ts";
export { presets, type Preset, type PresetId } from "./presets/presets.ts";
export { presetFor } from "./presets/preset-for.ts";
export { resolvePreset, type PresetError, type ResolvedPreset } from "./presets/resolve-preset.ts";
export { enhancements, levels, type Enhancement, type Level } from "./presets/enhancements.ts";

export { placements, type Placement } from "./prompt/placement.ts";
export { qualities, type Quality } from "./prompt/quality.ts";
export { expressions, type Expression } from "./prompt/expressions.ts";
export { expressionPolicies, type ExpressionPolicy } from "./prompt/expression-policy.ts";
export { forcedSmilePhrases } from "./prompt/forced-smile-phrases.ts";
export { buildPrompt } from "./prompt/build-prompt.ts";
export { explainPrompt, type ExplainedClause } from "./prompt/explain-prompt.ts";
export type { PromptRequest } from "./prompt/prompt-request.ts";
export type { PromptError, PromptField } from "./prompt/prompt-error.ts";
export type {
  BuiltPrompt,
  ClauseOrigin,
  PromptClause,
  PromptNote,
  PromptNoteCode,
  TokenCounts,
} from "./prompt/built-prompt.ts";

export { triggerFor, type SubjectNumberError } from "./isolation/trigger-for.ts";
export { modelNameFor, type ModelNameError } from "./isolation/model-name-for.ts";
export { trainingStatuses, type TrainingStatus } from "./isolation/training-status.ts";
export { guardGeneration, type GuardRequest } from "./isolation/guard-generation.ts";
export type { GuardError } from "./isolation/guard-error.ts";
export { isOwnedGeneration, type OwnedGeneration } from "./isolation/owned-generation.ts";

export { toReplicateInput } from "./replicate-input/to-replicate-input.ts";
export type { InputValue, ReplicateInputError } from "./replicate-input/replicate-input-error.ts";

export { sealRecipe } from "./recipe/seal-recipe.ts";
export { verifyRecipe } from "./recipe/verify-recipe.ts";
export { recipeHash } from "./recipe/recipe-hash.ts";
export { shareableRecipe } from "./recipe/shareable-recipe.ts";
export { diffRecipes, type RecipeDifference } from "./recipe/diff-recipes.ts";
export type { RecipeError } from "./recipe/recipe-error.ts";
export type { Recipe, SealedRecipe, ShareableRecipe } from "./recipe/recipe.ts";

export { generationStatuses, type GenerationStatus } from "./generation/generation-status.ts";
export {
  generationAfter,
  type GenerationEvent,
  type GenerationState,
} from "./generation/generation-after.ts";
