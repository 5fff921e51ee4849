import { deepFreeze } from "../deep-freeze.ts";
import { succeed, type Result } from "../result.ts";
import { hashRecipe } from "./hash-recipe.ts";
import { openSeal } from "./open-seal.ts";
import type { RecipeError } from "./recipe-error.ts";
import type { Recipe, SealedRecipe } from "./recipe.ts";

/**
 * A recipe with its hash, as a frozen copy. Sealing a sealed recipe gives it its right hash.
 *
 * Errors: `recipe-invalid` and `recipe-format-unknown`, both naming the field.
 *
 * @example
 * const sealed = sealRecipe({
 *   formatVersion: 1,
 *   generationId: "0197a1c2-7b7e-7000-8000-5d0c3f7e9a11",
 *   subjectNumber: "20417733",
 *   model: "studio-one/20417733-selfie-lora",
 *   version: "ab".repeat(32),
 *   trigger: "user20417733",
 *   prompt: "user20417733, at sea",
 *   preset: { id: "natural-expression", version: 1 },
 *   enhancement: "none",
 *   input: { prompt: "user20417733, at sea", seed: 7, num_outputs: 1 },
 * });
 * sealed.ok && sealed.value.hash.length; // 64
 */
export function sealRecipe(recipe: Recipe): Result<SealedRecipe, RecipeError> {
  const opened = openSeal(recipe);
  if (!opened.ok) return opened;
  return succeed(deepFreeze({ ...opened.value.recipe, hash: hashRecipe(opened.value.recipe) }));
}
