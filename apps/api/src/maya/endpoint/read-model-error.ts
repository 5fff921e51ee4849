import { APICallError, InvalidResponseDataError } from "ai";
import { readRetryAfterMs } from "../../replicate/read-retry-after.ts";
import type { StylistError } from "../stylist-engine.ts";

const statusOf = (error: unknown): number | null =>
  APICallError.isInstance(error) ? (error.statusCode ?? null) : null;

/** Why a model did not answer, from what the SDK gives; what the endpoint itself wrote stays here. */
export const readModelError = (error: unknown, hasBegun: boolean, now: Date): StylistError => {
  const status = statusOf(error);
  if (status === 429) {
    const header = APICallError.isInstance(error) ? error.responseHeaders?.["retry-after"] : undefined;
    const retryAfterMs = readRetryAfterMs(header ?? null, now);
    return { code: "engine-busy", retryAfterMs, message: "The language model has too much to do." };
  }
  if (status !== null && status >= 400 && status < 500)
    return { code: "engine-refused", message: "The language model did not take the request." };
  if (hasBegun || InvalidResponseDataError.isInstance(error))
    return { code: "engine-cut-off", message: "The language model stopped in the middle of its answer." };
  return { code: "engine-unreachable", message: "The language model cannot be reached." };
};
