import { describeValue } from "../describe-value.ts";
import { levels, type Level } from "../presets/enhancements.ts";
import { checkResolvedPreset, type ResolvedPreset } from "../presets/resolve-preset.ts";
import { readRecord } from "../read-record.ts";
import { refuse, succeed, type Result } from "../result.ts";
import { findForeignTrigger } from "./find-foreign-trigger.ts";
import type { GuardError } from "./guard-error.ts";

/** The greatest seed: what fits a signed 32-bit number, which every version accepts. */
export const MAXIMUM_SEED = 2_147_483_647;

/** Longer than any prompt that FLUX reads to its end. */
const MAXIMUM_PROMPT_CHARACTERS = 10_000;

export type CheckedGenerationRequest = {
  readonly prompt: string;
  readonly preset: ResolvedPreset;
  readonly outputs: 1 | 2 | 3 | 4;
  readonly enhancement: Level;
  readonly seed: number | null;
};

/** Whether what is asked can be sent, and names nobody else's face. */
export function checkGenerationRequest(
  request: unknown,
  trigger: string,
): Result<CheckedGenerationRequest, GuardError> {
  const read = readRecord(request, ["prompt", "preset", "outputs", "enhancement", "seed"]);
  if (read === null) {
    return refuse({ code: "request-unreadable", message: "What is asked for cannot be read." });
  }
  const { prompt, outputs, seed } = read;
  if (typeof prompt !== "string" || prompt.trim() === "" || prompt.length > MAXIMUM_PROMPT_CHARACTERS) {
    return refuse({
      code: "prompt-invalid",
      field: "request.prompt",
      message: `A prompt is a text of 1 to ${MAXIMUM_PROMPT_CHARACTERS} characters.`,
    });
  }
  const foreign = findForeignTrigger(prompt, trigger, []);
  if (foreign !== null) {
    return refuse({
      code: "foreign-trigger",
      field: "request.prompt",
      trigger: foreign,
      message: `The prompt names ${JSON.stringify(foreign)}, which is somebody else's trigger word.`,
    });
  }
  const preset = checkResolvedPreset(read.preset);
  if (!preset.ok) {
    return refuse({
      code: "preset-invalid",
      field: "request.preset",
      problem: preset.problem,
      message: preset.problem?.message ?? "The preset is none that was resolved here.",
    });
  }
  if (outputs !== 1 && outputs !== 2 && outputs !== 3 && outputs !== 4) {
    return refuse({
      code: "outputs-out-of-bounds",
      field: "request.outputs",
      value: outputs,
      min: 1,
      max: 4,
      message: `From 1 to 4 portraits can be asked for at once, not ${describeValue(outputs)}.`,
    });
  }
  const enhancement = levels.find((level) => level === read.enhancement);
  if (enhancement === undefined) {
    return refuse({
      code: "level-unknown",
      field: "request.enhancement",
      value: read.enhancement,
      message: `${describeValue(read.enhancement)} is none of ${levels.join(", ")}.`,
    });
  }
  if (seed !== undefined && !isSeed(seed)) {
    return refuse({
      code: "seed-out-of-bounds",
      field: "request.seed",
      value: seed,
      min: 1,
      max: MAXIMUM_SEED,
      message: `A seed is a whole number from 1 to ${MAXIMUM_SEED}, not ${describeValue(seed)}.`,
    });
  }
  return succeed({ prompt, preset: preset.value, outputs, enhancement, seed: seed ?? null });
}

/** Whether a number can be a seed: 0 is read as random by the provider, so it cannot. */
export function isSeed(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAXIMUM_SEED;
}
