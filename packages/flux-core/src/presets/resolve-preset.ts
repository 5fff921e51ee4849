import { deepFreeze } from "../deep-freeze.ts";
import { describeValue } from "../describe-value.ts";
import { readRecord } from "../read-record.ts";
import { refuse, succeed, type Failure, type Result } from "../result.ts";
import { checkParameter, parameterNames, type ParameterError } from "./check-parameter.ts";
import type { Parameters } from "./parameters.ts";
import { presets, type PresetId } from "./presets.ts";

/** A preset with its overrides applied: plain data, safe to store and to read back. */
export type ResolvedPreset = Readonly<Parameters> & { readonly id: PresetId; readonly version: number };

export type PresetError =
  | (Failure<"preset-unknown"> & { readonly field: "id"; readonly known: readonly PresetId[] })
  | (Failure<"overrides-unreadable"> & { readonly field: "overrides" })
  | (Failure<"parameter-unknown"> & { readonly field: string; readonly known: readonly string[] })
  | ParameterError;

export function isPresetId(id: unknown): id is PresetId {
  return typeof id === "string" && Object.hasOwn(presets, id);
}

/**
 * A preset by its id, with single parameters changed within the bounds of the model's schema
 * (`parameterBounds`). Nothing is ever clamped, and an override of `undefined` counts as not given.
 *
 * Errors: `preset-unknown`, `overrides-unreadable`, `parameter-unknown` (names the field),
 * `parameter-out-of-bounds` ({ field, value, min, max, whole }), `parameter-not-allowed`
 * ({ field, value, allowed }).
 *
 * @example
 * const resolved = resolvePreset("natural-expression", { guidance: 3 });
 * resolved.ok && resolved.value.guidance; // 3
 */
export function resolvePreset(
  id: string,
  overrides: Partial<Parameters> = {},
): Result<ResolvedPreset, PresetError> {
  if (!isPresetId(id)) {
    const known = Object.values(presets).map((preset) => preset.id);
    return refuse({
      code: "preset-unknown",
      field: "id",
      known,
      message: `There is no preset ${describeValue(id)}. Choose one of ${known.join(", ")}.`,
    });
  }
  const given = readOverrides(overrides);
  if (given === null) {
    return refuse({
      code: "overrides-unreadable",
      field: "overrides",
      message: "The overrides must be an object of parameters.",
    });
  }
  const changed: Partial<Record<keyof Parameters, unknown>> = {};
  for (const [name, value] of given) {
    if (value === undefined) continue;
    const field = parameterNames.find((known) => known === name);
    if (field === undefined) {
      return refuse({
        code: "parameter-unknown",
        field: name,
        known: parameterNames,
        message: `A preset has no parameter ${describeValue(name)}. It has ${parameterNames.join(", ")}.`,
      });
    }
    const problem = checkParameter(field, value);
    if (problem !== null) return refuse(problem);
    changed[field] = value;
  }
  const own = Object.fromEntries(parameterNames.map((name) => [name, presets[id][name]]));
  const resolved = { id, version: presets[id].version, ...own, ...changed };
  // Safe: every changed value has passed the check of its own field.
  return succeed(deepFreeze(resolved) as ResolvedPreset);
}

/** A resolved preset read back from storage, or the first parameter that cannot stand in one. */
export function checkResolvedPreset(
  preset: unknown,
): { ok: true; value: ResolvedPreset } | { ok: false; problem: ParameterError | null } {
  const read = readRecord(preset, ["id", "version", ...parameterNames]);
  if (read === null || !isPresetId(read.id)) return { ok: false, problem: null };
  if (!Number.isSafeInteger(read.version) || Number(read.version) < 1) return { ok: false, problem: null };
  for (const field of parameterNames) {
    const problem = checkParameter(field, read[field]);
    if (problem !== null) return { ok: false, problem };
  }
  // Safe: the id, the version and every parameter have just been checked, and nothing else was read.
  return { ok: true, value: deepFreeze(read) as ResolvedPreset };
}

/** Own keys, symbols included by their description, so that nothing given is overlooked. */
function readOverrides(overrides: unknown): readonly (readonly [string, unknown])[] | null {
  if (typeof overrides !== "object" || overrides === null) return null;
  try {
    if (Array.isArray(overrides)) return null;
    return Reflect.ownKeys(overrides).map((key) => [String(key), Reflect.get(overrides, key)] as const);
  } catch {
    // A getter or a proxy that throws: that it cannot be read is the whole answer.
    return null;
  }
}
