import { hashRecipe } from "./hash-recipe.ts";
import { openSeal } from "./open-seal.ts";
import type { Recipe } from "./recipe.ts";

/**
 * The hash of a recipe: sha-256 over its canonical JSON (RFC 8785) without the hash, as 64 hexadecimal digits.
 * Sealed or not, a recipe has the same hash. What is no recipe has none: the answer is an empty text.
 *
 * @example
 * recipeHash(JSON.parse("{}")); // ""
 */
export function recipeHash(recipe: Recipe): string {
  const opened = openSeal(recipe);
  return opened.ok ? hashRecipe(opened.value.recipe) : "";
}
