import type { CallResult } from "./api-call.ts";
import type { LookUp } from "./provider.ts";

/** Says of a look-up whether the thing is there, is certainly not, or could not be asked for. */
export function lookUpOf<TRun, TReport>(
  result: CallResult<TRun>,
  reportOf: (run: TRun) => TReport,
): LookUp<TReport> {
  if (result.ok) return { outcome: "found", report: reportOf(result.value) };
  const { error } = result;
  return error.code === "provider_refused" && error.reason === "not-found"
    ? { outcome: "not-found" }
    : { outcome: "unavailable", error };
}
