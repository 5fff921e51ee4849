import type { Failure } from "../result.ts";

/** Why a recipe cannot be sealed, trusted or shared. */
export type RecipeError =
  | (Failure<"recipe-invalid"> & { readonly field: string })
  | (Failure<"recipe-format-unknown"> & { readonly field: "formatVersion"; readonly value: unknown })
  | (Failure<"recipe-hash-mismatch"> & { readonly field: "hash" })
  | (Failure<"recipe-names-subject"> & { readonly field: string });
