import type { Clock } from "../clock/clock.ts";
import { type DomainError, isDomainError } from "../errors/domain-error.ts";

const isRateLimited = (thrown: unknown): thrown is DomainError<"rate_limited"> =>
  isDomainError(thrown) && thrown.code === "rate_limited";

/**
 * How long whoever asked too often should wait, in whole seconds, as a header; no header for any other failure.
 *
 * @param errors of all the calls of one request; the longest wait counts
 */
export const retryAfterHeader = (
  errors: readonly { readonly cause?: unknown }[],
  clock: Clock,
): Record<string, string> => {
  const waits = errors
    .map(({ cause }) => cause)
    .filter(isRateLimited)
    .map(({ details }) => Date.parse(details.retryAt) - clock.now().getTime());
  if (waits.length === 0) return {};
  return { "retry-after": String(Math.max(1, Math.ceil(Math.max(...waits) / 1_000))) };
};
