import type { ParameterError } from "../presets/check-parameter.ts";
import type { Failure } from "../result.ts";
import type { TrainingStatus } from "./training-status.ts";

/** Why a generation may not run. */
export type GuardError =
  | Failure<"request-unreadable">
  | (Failure<"caller-missing"> & { readonly field: "caller" })
  | (Failure<"model-missing"> & { readonly field: "model" })
  | (Failure<"model-not-owned"> & { readonly field: "model.subjectNumber" })
  | (Failure<"model-name-mismatch"> & { readonly field: "model.name" })
  | (Failure<"model-not-ready"> & { readonly field: "model.status"; readonly status: TrainingStatus | null })
  | (Failure<"version-invalid"> & { readonly field: "model.version" })
  | (Failure<"trigger-mismatch"> & { readonly field: "model.trigger" })
  | (Failure<"prompt-invalid"> & { readonly field: "request.prompt" })
  | (Failure<"foreign-trigger"> & { readonly field: "request.prompt"; readonly trigger: string })
  | (Failure<"preset-invalid"> & {
      readonly field: "request.preset";
      readonly problem: ParameterError | null;
    })
  | (Failure<"outputs-out-of-bounds"> & {
      readonly field: "request.outputs";
      readonly value: unknown;
      readonly min: 1;
      readonly max: 4;
    })
  | (Failure<"level-unknown"> & { readonly field: "request.enhancement"; readonly value: unknown })
  | (Failure<"seed-out-of-bounds"> & {
      readonly field: "request.seed";
      readonly value: unknown;
      readonly min: number;
      readonly max: number;
    });
