import { describeValue } from "../describe-value.ts";
import { readRecord } from "../read-record.ts";
import { refuse, succeed, type Result } from "../result.ts";
import type { ResolvedPreset } from "../presets/resolve-preset.ts";
import type { Level } from "../presets/enhancements.ts";
import { checkModel } from "./check-model.ts";
import { checkGenerationRequest } from "./check-generation-request.ts";
import type { GuardError } from "./guard-error.ts";
import { ownGeneration, type OwnedGeneration } from "./owned-generation.ts";
import { isSubjectNumber } from "./subject-number.ts";
import type { TrainingStatus } from "./training-status.ts";

/** What the guard decides on: who asks, the model of the rows, and what is asked. */
export type GuardRequest = {
  readonly caller: { readonly subjectNumber: string } | null;
  readonly model: {
    readonly subjectNumber: string;
    readonly account: string;
    /** The model's full name at the provider. */
    readonly name: string;
    readonly version: string | null;
    readonly status: TrainingStatus;
    readonly trigger: string;
  } | null;
  readonly request: {
    readonly prompt: string;
    readonly preset: ResolvedPreset;
    readonly outputs: 1 | 2 | 3 | 4;
    readonly enhancement: Level;
    /** 1 to 2,147,483,647; never 0, which the provider reads as random. */
    readonly seed?: number;
  };
};

/**
 * Lets a generation through only when it runs on the caller's own, ready model, by exact comparison. There is
 * no default, no shared model and no fallback. Guard again from the rows immediately before sending: what it
 * returns does not survive a queue.
 *
 * Errors: `request-unreadable`, `caller-missing`, `model-missing`, `model-not-owned`, `model-name-mismatch`,
 * `model-not-ready` ({ status }), `version-invalid`, `trigger-mismatch`, `prompt-invalid`, `foreign-trigger`
 * ({ trigger }), `preset-invalid`, `outputs-out-of-bounds`, `level-unknown`, `seed-out-of-bounds`.
 *
 * @example
 * const preset = resolvePreset("natural-expression");
 * if (!preset.ok) throw new Error(preset.error.message);
 * const guarded = guardGeneration({
 *   caller: { subjectNumber: "20417733" },
 *   model: null,
 *   request: { prompt: "user20417733, at sea", preset: preset.value, outputs: 1, enhancement: "none" },
 * });
 * guarded.ok ? "" : guarded.error.code; // "model-missing"
 */
export function guardGeneration(request: GuardRequest): Result<OwnedGeneration, GuardError> {
  const read = readRecord(request, ["caller", "model", "request"]);
  if (read === null) {
    return refuse({
      code: "request-unreadable",
      message: "The guard needs a caller, a model and a request.",
    });
  }
  const subjectNumber = readRecord(read.caller, ["subjectNumber"])?.subjectNumber;
  if (!isSubjectNumber(subjectNumber)) {
    return refuse({
      code: "caller-missing",
      field: "caller",
      message: `Nobody is signed in who could ask for this: ${describeValue(subjectNumber)} is no subject number.`,
    });
  }
  const model = checkModel(read.model, subjectNumber);
  if (!model.ok) return model;
  const asked = checkGenerationRequest(read.request, model.value.trigger);
  if (!asked.ok) return asked;
  return succeed(ownGeneration({ subjectNumber, ...model.value, ...asked.value }));
}
