import type { CallResult } from "./api-call.ts";
import type { Submission } from "./provider.ts";

/** Says of a paid request what is known about it: accepted, certainly refused, or unclear. */
export function submissionOf<TRun, TReport>(
  result: CallResult<TRun>,
  reportOf: (run: TRun) => TReport,
): Submission<TReport> {
  if (result.ok) return { outcome: "accepted", report: reportOf(result.value) };
  return result.notAccepted
    ? { outcome: "refused", error: result.error }
    : { outcome: "unclear", cause: result.error };
}
