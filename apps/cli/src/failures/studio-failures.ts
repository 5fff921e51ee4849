import type { AppRouter } from "@selfsame/api/router";
import type { TRPCClientErrorLike } from "@trpc/client";
import { type ExitCode, exitCodes } from "./exit-code.ts";

/** Every code the studio can answer with, as its router's error shape has them. */
export type StudioErrorCode = NonNullable<TRPCClientErrorLike<AppRouter>["data"]>["domain"]["code"];

const { unexpected, badInput, notSignedIn, refused, unavailable } = exitCodes;

/** The one table from the studio's failures to exit codes; a missing one does not compile. */
export const studioExitCodes = {
  unauthenticated: notSignedIn,
  origin_refused: refused,
  token_refused: notSignedIn,
  token_scope_missing: refused,
  token_not_enough: refused,
  token_limit_reached: refused,
  account_closing: refused,
  account_suspended: refused,
  consent_missing: refused,
  consent_text_outdated: refused,
  not_found: badInput,
  selfie_empty: badInput,
  selfie_not_an_image: badInput,
  selfie_type_unsupported: badInput,
  selfie_too_many_bytes: badInput,
  selfie_too_small: badInput,
  selfie_too_many_pixels: badInput,
  selfie_undecodable: badInput,
  selfie_animated: badInput,
  selfie_duplicate: badInput,
  selfie_limit_reached: refused,
  selfie_in_training: refused,
  training_too_few_selfies: refused,
  training_already_running: refused,
  training_not_cancelable: refused,
  training_not_ready: refused,
  model_missing: refused,
  model_not_ready: refused,
  brief_empty: badInput,
  brief_too_long: badInput,
  prompt_refused: badInput,
  profile_refused: badInput,
  preset_unknown: badInput,
  parameter_out_of_bounds: badInput,
  guard_refused: refused,
  collection_refused: badInput,
  design_refused: badInput,
  budget_too_small: badInput,
  experiment_not_running: refused,
  experiment_not_resumable: refused,
  ballot_unknown: badInput,
  arm_no_preset: badInput,
  collection_changed: refused,
  collection_limit_reached: refused,
  shot_under_way: refused,
  nothing_to_download: badInput,
  pair_not_comparable: refused,
  generation_not_cancelable: refused,
  conversation_answering: refused,
  conversation_full: refused,
  turn_missing: refused,
  turn_in_use: refused,
  proposal_outdated: refused,
  card_refused: badInput,
  card_changed: refused,
  credits_insufficient: refused,
  monthly_cap_reached: refused,
  studio_limit_reached: unavailable,
  studio_paused: unavailable,
  measuring_off: refused,
  provider_unavailable: unavailable,
  provider_refused: unavailable,
  provider_no_credit: unavailable,
  download_under_way: 4,
  rate_limited: unavailable,
  storage_unavailable: unavailable,
  input_invalid: badInput,
  internal: unexpected,
} as const satisfies Record<StudioErrorCode, ExitCode>;

/** The exit code for a code of the studio; one that only a newer studio knows counts as unexpected. */
export function exitCodeOfStudio(code: string): ExitCode {
  // Safe: the line before has seen that the table has this key.
  return Object.hasOwn(studioExitCodes, code) ? studioExitCodes[code as StudioErrorCode] : unexpected;
}
