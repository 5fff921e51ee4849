import { openSeal } from "./open-seal.ts";
import type { Recipe } from "./recipe.ts";

export type RecipeDifference = { readonly field: string; readonly before: unknown; readonly after: unknown };

/**
 * What differs between two recipes, by dotted field, in the fields' order; `undefined` stands for a field one
 * of them lacks. Hashes do not count, and what is no recipe has no fields.
 *
 * @example
 * diffRecipes(JSON.parse("{}"), JSON.parse("{}")); // []
 */
export function diffRecipes(a: Recipe, b: Recipe): readonly RecipeDifference[] {
  const before = fieldsOf(a);
  const after = fieldsOf(b);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => !Object.is(before.get(field), after.get(field)))
    .map((field) => ({ field, before: before.get(field), after: after.get(field) }));
}

function fieldsOf(recipe: Recipe): ReadonlyMap<string, unknown> {
  const opened = openSeal(recipe);
  if (!opened.ok) return new Map();
  const { preset, input, ...flat } = opened.value.recipe;
  return new Map<string, unknown>([
    ...Object.entries(flat),
    ...Object.entries(preset).map(([name, value]) => [`preset.${name}`, value] as const),
    ...Object.entries(input)
      .toSorted(([x], [y]) => (x < y ? -1 : 1))
      .map(([name, value]) => [`input.${name}`, value] as const),
  ]);
}
