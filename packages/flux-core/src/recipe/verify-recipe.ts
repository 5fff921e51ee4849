import { deepFreeze } from "../deep-freeze.ts";
import { refuse, succeed, type Result } from "../result.ts";
import { hashRecipe } from "./hash-recipe.ts";
import { openSeal } from "./open-seal.ts";
import type { RecipeError } from "./recipe-error.ts";
import type { SealedRecipe } from "./recipe.ts";

/**
 * A sealed recipe from something unknown, as a frozen copy, once its hash is right.
 *
 * Errors: `recipe-invalid` and `recipe-format-unknown`, both naming the field; `recipe-hash-mismatch`.
 *
 * @example
 * const verified = verifyRecipe({ formatVersion: 2 });
 * verified.ok ? "" : verified.error.code; // "recipe-format-unknown"
 */
export function verifyRecipe(source: unknown): Result<SealedRecipe, RecipeError> {
  const opened = openSeal(source);
  if (!opened.ok) return opened;
  const { recipe, hash } = opened.value;
  const expected = hashRecipe(recipe);
  if (hash !== expected) {
    return refuse({
      code: "recipe-hash-mismatch",
      field: "hash",
      message: "This recipe was changed after it was sealed: its hash is not the one of its content.",
    });
  }
  return succeed(deepFreeze({ ...recipe, hash: expected }));
}
