import type { Failure } from "../result.ts";

/** Which argument of a build an error is about. */
export type PromptField =
  | "brief"
  | "trigger"
  | "placement"
  | "quality"
  | "expression"
  | "expressionPolicy"
  | "keep"
  | "subject"
  | "enhancement"
  | "foreignTriggers";

type OptionUnknown<TCode extends string, TField extends PromptField> = Failure<TCode> & {
  readonly field: TField;
  readonly value: unknown;
  readonly allowed: readonly string[];
};

/** Why a prompt was not built. */
export type PromptError =
  | Failure<"request-unreadable">
  | (Failure<"argument-invalid"> & { readonly field: PromptField })
  | (Failure<"trigger-invalid"> & { readonly field: "trigger" })
  | (Failure<"brief-empty"> & { readonly field: "brief" | "subject" })
  | (Failure<"brief-too-long"> & {
      readonly field: "brief" | "subject";
      readonly length: number;
      readonly max: number;
      readonly unit: "characters" | "t5-tokens";
    })
  | (Failure<"foreign-trigger"> & {
      readonly field: "brief" | "subject" | "foreignTriggers";
      readonly trigger: string;
    })
  | OptionUnknown<"placement-unknown", "placement">
  | OptionUnknown<"quality-unknown", "quality">
  | OptionUnknown<"expression-unknown", "expression">
  | OptionUnknown<"expression-policy-unknown", "expressionPolicy">
  | OptionUnknown<"level-unknown", "enhancement">;
