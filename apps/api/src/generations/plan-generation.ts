import {
  type BuiltPrompt,
  buildPrompt,
  type Expression,
  guardGeneration,
  type Level,
  type OwnedGeneration,
  type Parameters,
  presetFor,
  type ResolvedPreset,
  resolvePreset,
  type Service,
  toReplicateInput,
} from "@selfsame/flux-core";
import { DomainError } from "../errors/domain-error.ts";
import { briefLimits } from "../studio/limits.ts";
import type { RunnableModel } from "../models/runnable-model.ts";

/** What is changed of a preset for one generation; how many portraits it makes is asked for beside it. */
export type PresetChanges = Readonly<Partial<Omit<Parameters, "outputs">>>;

/** What a person asks for, before anything is decided. */
export interface GenerationWish {
  readonly service: Service;
  readonly brief: string;
  readonly expression: Expression | null;
  readonly enhancement: Level;
  readonly presetId: string | null;
  readonly changes: PresetChanges;
  readonly outputs: number;
}

/** A preset of the subject's own: one of flux-core's, with what is changed of it. */
export interface OwnPreset {
  readonly presetId: string;
  readonly changes: PresetChanges;
}

/** Whom a prompt is about. */
export interface PromptSubject {
  readonly triggerWord: string;
  /** What the subject's profile says; null when it says nothing. */
  readonly subjectClause: string | null;
  /** What holds where a wish names no preset; null: the service's own default. */
  readonly ownPreset: OwnPreset | null;
}

/** A prompt with the preset it was built for. */
export interface PlannedPrompt {
  readonly preset: ResolvedPreset;
  /** Everything that was changed of the preset, by the wish or by the subject's own default. */
  readonly changes: PresetChanges;
  readonly built: BuiltPrompt;
}

/**
 * Builds the prompt of a wish for one subject.
 *
 * @throws DomainError `brief_empty`, `brief_too_long`, `preset_unknown`, `parameter_out_of_bounds`, `prompt_refused`
 */
export const planPrompt = (subject: PromptSubject, wish: GenerationWish): PlannedPrompt => {
  if (wish.brief.trim() === "") throw new DomainError("brief_empty", {});
  if (wish.brief.length > briefLimits.maximumCharacters) {
    throw new DomainError("brief_too_long", {
      length: wish.brief.length,
      maximum: briefLimits.maximumCharacters,
    });
  }
  const own = wish.presetId === null ? subject.ownPreset : null;
  const presetId = wish.presetId ?? own?.presetId ?? presetFor(wish.service).id;
  const changes = { ...own?.changes, ...wish.changes };
  const preset = resolvePreset(presetId, { ...changes, outputs: wish.outputs });
  if (!preset.ok) {
    throw preset.error.code === "preset-unknown"
      ? new DomainError("preset_unknown", { presetId })
      : new DomainError("parameter_out_of_bounds", {
          parameter: preset.error.field ?? "preset",
          reason: preset.error.message,
        });
  }
  const built = buildPrompt({
    brief: wish.brief,
    trigger: subject.triggerWord,
    placement: preset.value.triggerPlacement,
    quality: preset.value.promptQuality,
    expressionPolicy: preset.value.expressionPolicy,
    enhancement: wish.enhancement,
    ...(subject.subjectClause === null ? {} : { subject: subject.subjectClause }),
    ...(wish.expression === null ? {} : { expression: wish.expression }),
  });
  if (!built.ok) {
    throw new DomainError("prompt_refused", {
      code: built.error.code,
      reason: built.error.message,
      refusedField: built.error.field ?? "brief",
    });
  }
  return { preset: preset.value, changes, built: built.value };
};

/**
 * Lets a request through the guard for the caller's own model; the only way to an `OwnedGeneration`.
 *
 * @throws DomainError `guard_refused`
 */
export const guard = (
  caller: { readonly subjectNumber: string },
  model: RunnableModel,
  request: {
    readonly prompt: string;
    readonly preset: ResolvedPreset;
    readonly outputs: number;
    readonly enhancement: Level;
    readonly seed: number;
  },
): OwnedGeneration => {
  const { outputs } = request;
  if (outputs !== 1 && outputs !== 2 && outputs !== 3 && outputs !== 4) {
    throw new DomainError("parameter_out_of_bounds", {
      parameter: "outputs",
      reason: "1 to 4 portraits can be asked for.",
    });
  }
  const owned = guardGeneration({
    caller: { subjectNumber: caller.subjectNumber },
    model: {
      subjectNumber: model.subjectNumber,
      account: model.account,
      name: model.name,
      version: model.version,
      status: model.status,
      trigger: model.triggerWord,
    },
    request: { ...request, outputs },
  });
  if (!owned.ok)
    throw new DomainError("guard_refused", { code: owned.error.code, reason: owned.error.message });
  return owned.value;
};

/**
 * The provider's input for a guarded generation, checked against the version's own schema.
 *
 * @throws DomainError `parameter_out_of_bounds` when the version does not take it
 */
export const modelInput = (
  owned: OwnedGeneration,
  versionSchema: unknown,
): Record<string, string | number | boolean> => {
  const input = toReplicateInput(owned, versionSchema);
  if (!input.ok) {
    throw new DomainError("parameter_out_of_bounds", {
      parameter: input.error.field ?? "input",
      reason: input.error.message,
    });
  }
  return input.value;
};
