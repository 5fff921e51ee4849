import type Replicate from "replicate";
import type * as z from "zod";
import type { Clock } from "../clock/clock.ts";
import { type ExchangeFailure, FailedExchange, isCertainlyNotAccepted } from "./exchange-failure.ts";
import type { Answer } from "./provider.ts";
import type { ProviderError } from "./provider-error.ts";
import type { ProviderLog } from "./provider-log.ts";
import { forTheLog, readProviderError } from "./read-provider-error.ts";

export type CallResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: ProviderError;
      /** The provider certainly did not act on the request. Without it, a POST may have been carried out. */
      readonly notAccepted: boolean;
    };

/**
 * One call of the API through the `replicate` package, its answer read by a schema.
 *
 * @param what - the act and the ids involved, for the log; never prompts.
 */
export type ApiCall = <T>(
  what: string,
  send: (client: Replicate) => Promise<unknown>,
  schema: z.ZodType<T>,
) => Promise<CallResult<T>>;

/** Makes calls that never throw: whatever goes wrong becomes one of the api's codes and one line in the log. */
export function createApiCall(client: Replicate, clock: Clock, log: ProviderLog): ApiCall {
  return async (what, send, schema) => {
    const failWith = (failure: ExchangeFailure) => {
      const error = readProviderError(failure, clock.now());
      // Looking for what is not there yet is part of ordinary work.
      const isAbsence = error.code === "provider_refused" && error.reason === "not-found";
      log[isAbsence ? "info" : "warn"]({ what, ...error }, "The provider did not do what was asked");
      return { ok: false, error, notAccepted: isCertainlyNotAccepted(failure) } as const;
    };

    let answer: unknown;
    try {
      answer = await send(client);
    } catch (thrown) {
      return failWith(failureOf(thrown));
    }
    const read = schema.safeParse(answer);
    if (read.success) return { ok: true, value: read.data };
    const where = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    return failWith({ kind: "no-answer", reason: "malformed-answer", cause: where });
  };
}

/** The same result without the certainty, for calls that may be repeated at will. */
export const answerOf = <T>(result: CallResult<T>): Answer<T> =>
  result.ok ? { outcome: "ok", value: result.value } : { outcome: "failed", error: result.error };

function failureOf(thrown: unknown): ExchangeFailure {
  if (thrown instanceof Error && "response" in thrown && thrown.response instanceof FailedExchange) {
    return thrown.response.failure;
  }
  // What is left is a 2xx answer that is not JSON, or a defect of the package: either way, possibly accepted.
  return { kind: "no-answer", reason: "malformed-answer", cause: forTheLog(String(thrown)) };
}
