import * as z from "zod/mini";
import { describeValue } from "../describe-value.ts";
import { isSeed } from "../isolation/check-generation-request.ts";
import { modelNameFor } from "../isolation/model-name-for.ts";
import { levels } from "../presets/enhancements.ts";
import { readRecord } from "../read-record.ts";
import { refuse, succeed, type Result } from "../result.ts";
import type { RecipeError } from "./recipe-error.ts";
import type { Recipe } from "./recipe.ts";

const text = (maximum: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(maximum),
    z.refine((value) => value.isWellFormed()),
  );

const recipeSchema = z.strictObject({
  formatVersion: z.literal(1),
  generationId: text(200),
  subjectNumber: z.string().check(z.regex(/^[0-9]{8,12}$/)),
  model: text(200),
  version: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  trigger: z.string(),
  prompt: text(20_000),
  preset: z.strictObject({ id: text(200), version: z.int().check(z.gte(1)) }),
  enhancement: z.enum(levels),
  input: z.record(text(200), z.union([text(20_000), z.number(), z.boolean()])),
});

/** A recipe read from something unknown, as a fresh object, with what belongs together compared. */
export function parseRecipe(source: unknown): Result<Recipe, RecipeError> {
  const formatVersion = readRecord(source, ["formatVersion"])?.formatVersion;
  if (typeof formatVersion === "number" && formatVersion !== 1) {
    return refuse({
      code: "recipe-format-unknown",
      field: "formatVersion",
      value: formatVersion,
      message: `This recipe has format ${describeValue(formatVersion)}; only format 1 is known here.`,
    });
  }
  const parsed = safeParse(source);
  if (!parsed.ok) return parsed;
  const recipe = parsed.value;
  const { subjectNumber, input } = recipe;
  const account = recipe.model.split("/")[0] ?? "";
  const model = modelNameFor(account, subjectNumber);
  if (!model.ok || model.value !== recipe.model) return invalid("model", "is not the subject's own");
  if (recipe.trigger !== `user${subjectNumber}`) return invalid("trigger", "is not the subject's own");
  if (!isSeed(input["seed"])) return invalid("input.seed", "must be a whole number from 1 to 2147483647");
  if (![1, 2, 3, 4].some((outputs) => outputs === input["num_outputs"])) {
    return invalid("input.num_outputs", "must be a whole number from 1 to 4");
  }
  if (Object.hasOwn(input, "prompt") && input["prompt"] !== recipe.prompt) {
    return invalid("input.prompt", "is not the recipe's prompt");
  }
  return succeed(recipe);
}

function safeParse(source: unknown): Result<Recipe, RecipeError> {
  try {
    // Without compiled code: pages with a strict content policy forbid making functions from text.
    const parsed = recipeSchema.safeParse(source, { jitless: true });
    if (parsed.success) return succeed(parsed.data);
    const [issue] = parsed.error.issues;
    const extra = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const path = [...(issue?.path ?? []), ...extra].map(String).join(".");
    return invalid(path, "is missing, unknown or not of the right form");
  } catch {
    // A getter or a proxy that throws: that it cannot be read is the whole answer.
    return invalid("", "cannot be read");
  }
}

function invalid(field: string, problem: string): Result<never, RecipeError> {
  return refuse({
    code: "recipe-invalid",
    field,
    message: `This is no recipe: ${field === "" ? "it" : field} ${problem}.`,
  });
}
