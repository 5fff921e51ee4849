import { deepFreeze } from "../deep-freeze.ts";
import { refuse, succeed, type Result } from "../result.ts";
import type { RecipeError } from "./recipe-error.ts";
import type { SealedRecipe, ShareableRecipe } from "./recipe.ts";
import { verifyRecipe } from "./verify-recipe.ts";

const PLACEHOLDER = "{trigger}";

/**
 * A recipe that can be given to others: without hash, generation, subject, model, version and trigger, and with
 * `{trigger}` in its texts.
 *
 * Errors: those of `verifyRecipe`, and `recipe-names-subject` when a text would still tell whose it is.
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
 * if (!sealed.ok) throw new Error(sealed.error.message);
 * const shared = shareableRecipe(sealed.value);
 * shared.ok && shared.value.prompt; // "{trigger}, at sea"
 */
export function shareableRecipe(recipe: SealedRecipe): Result<ShareableRecipe, RecipeError> {
  const verified = verifyRecipe(recipe);
  if (!verified.ok) return verified;
  const { formatVersion, prompt, preset, enhancement, input, subjectNumber, ...rest } = verified.value;
  const trigger = new RegExp(rest.trigger, "gi");
  const anonymous = <TValue>(value: TValue) =>
    typeof value === "string" ? value.replace(trigger, () => PLACEHOLDER) : value;
  const shared = {
    formatVersion,
    prompt: prompt.replace(trigger, () => PLACEHOLDER),
    preset,
    enhancement,
    input: Object.fromEntries(Object.entries(input).map(([name, value]) => [name, anonymous(value)])),
  };
  const telling = [subjectNumber, rest.version, rest.generationId, rest.model, rest.hash];
  const texts: readonly (readonly [string, unknown])[] = [
    ["prompt", shared.prompt],
    ["preset.id", preset.id],
    ...Object.entries(shared.input).flatMap(([name, value]) => [
      [`input.${name}`, name] as const,
      [`input.${name}`, value] as const,
    ]),
  ];
  const [field] = texts.find(([, value]) => telling.some((secret) => String(value).includes(secret))) ?? [];
  if (field !== undefined) {
    return refuse({
      code: "recipe-names-subject",
      field,
      message: `This recipe cannot be shared: ${field} would still tell whose portrait it is.`,
    });
  }
  return succeed(deepFreeze(shared));
}
