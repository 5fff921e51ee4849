import { refuse, succeed, type Result } from "../result.ts";
import { parseRecipe } from "./parse-recipe.ts";
import type { RecipeError } from "./recipe-error.ts";
import type { Recipe } from "./recipe.ts";

/** Parts something unknown into its recipe and its hash, which is `undefined` when it has none. */
export function openSeal(source: unknown): Result<{ recipe: Recipe; hash: unknown }, RecipeError> {
  let members: Record<string, unknown>;
  try {
    members = { ...(typeof source === "object" ? source : null) };
  } catch {
    // A getter or a proxy that throws: that it cannot be read is the whole answer.
    return refuse({ code: "recipe-invalid", field: "", message: "This is no recipe: it cannot be read." });
  }
  const { hash, ...rest } = members;
  const recipe = parseRecipe(rest);
  return recipe.ok ? succeed({ recipe: recipe.value, hash }) : recipe;
}
