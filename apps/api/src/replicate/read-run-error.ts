import type { RunError, RunErrorCode } from "./provider.ts";
import { forTheLog } from "./read-provider-error.ts";

/**
 * What a failed run's error text contains, first match wins. `E…` are the provider's documented error codes; the
 * others are texts of the FLUX predictor (cog-flux), its trainer (flux-fine-tuner) and the platform.
 */
const signs: readonly (readonly [RegExp, RunErrorCode])[] = [
  [/NSFW|safety checker/i, "content-withheld"],
  [/must be a zip file|input_images must be provided|not a zip|bad ?zip/i, "training-set-unreadable"],
  [/failed validation/i, "input-invalid"],
  [/\bE1001\b|out of memory/i, "out-of-memory"],
  [/\bE6716\b|timed? ?out starting|timeout starting/i, "timeout-starting"],
  [/interrupted|\bE8765\b/i, "interrupted"],
];

/** Reads why a run failed. The text is kept for the log alone: it may repeat the prompt. */
export function readRunError(text: string | null): RunError {
  const known = text === null ? undefined : signs.find(([sign]) => sign.test(text));
  return { code: known?.[1] ?? "unknown", logOnly: forTheLog(text ?? "no error text") };
}
