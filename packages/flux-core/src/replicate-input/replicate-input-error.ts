import type { Failure } from "../result.ts";

/** A value that can stand in a model's input. */
export type InputValue = string | number | boolean;

/** Why a generation cannot be said in a version's own input. */
export type ReplicateInputError =
  | (Failure<"not-owned"> & { readonly field: "owned" })
  | (Failure<"schema-unreadable"> & { readonly field: "openapiSchema" })
  | (Failure<"guidance-missing"> & { readonly field: "guidance" })
  | (Failure<"input-missing-in-version"> & { readonly field: string; readonly value: InputValue })
  | (Failure<"input-required"> & { readonly field: string })
  | (Failure<"input-wrong-type"> & {
      readonly field: string;
      readonly value: InputValue;
      readonly expected: string;
    })
  | (Failure<"input-out-of-range"> & {
      readonly field: string;
      readonly value: InputValue;
      readonly min: number | null;
      readonly max: number | null;
    })
  | (Failure<"input-not-allowed"> & {
      readonly field: string;
      readonly value: InputValue;
      readonly allowed: readonly unknown[];
    });
