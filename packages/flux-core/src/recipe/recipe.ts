import type { Level } from "../presets/enhancements.ts";

/** Everything a portrait can be made again from. */
export type Recipe = {
  readonly formatVersion: 1;
  readonly generationId: string;
  readonly subjectNumber: string;
  /** The model's full name, `{account}/{subjectNumber}-selfie-lora`. */
  readonly model: string;
  /** The model's version, 64 hexadecimal digits. */
  readonly version: string;
  readonly trigger: string;
  /** The text that was sent. */
  readonly prompt: string;
  readonly preset: { readonly id: string; readonly version: number };
  readonly enhancement: Level;
  /** The input as it was sent; it names the seed, never 0, and the number of outputs. */
  readonly input: Readonly<Record<string, string | number | boolean>>;
};

/** A recipe with the sha-256 of its canonical JSON, 64 hexadecimal digits. */
export type SealedRecipe = Recipe & { readonly hash: string };

/** A recipe that tells how a portrait was made and not whose it is; `{trigger}` stands for the trigger word. */
export type ShareableRecipe = Pick<Recipe, "formatVersion" | "prompt" | "preset" | "enhancement" | "input">;
