import * as z from "zod";
import type { ExchangeFailure } from "./exchange-failure.ts";
import type { ProviderError, RefusalReason, RefusedField } from "./provider-error.ts";

/** RFC 7807 members and what is sent in practice beside them. Everything may be missing; the body may be HTML. */
const problemSchema = z.object({
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  retry_after: z.number().nonnegative().optional().catch(undefined),
  invalid_fields: z
    .array(z.object({ field: z.string().catch(""), description: z.string().catch("") }))
    .optional()
    .catch(undefined),
});
type Problem = z.infer<typeof problemSchema>;

// The documented limits count per minute, so a minute later is a new window.
const rateWindowMs = 60_000;

/**
 * Translates a failed exchange into the api's closed codes. The provider's own words go into `logOnly`, cut and
 * without tokens, and nowhere else.
 *
 * @param now - for `retryAt`.
 */
export function readProviderError(failure: ExchangeFailure, now: Date): ProviderError {
  if (failure.kind === "answered") return errorOfAnswer(failure, readProblem(failure.body), now);
  if (failure.reason === "address") return refused("other", null, failure.cause);
  return {
    code: "provider_unavailable",
    reason: failure.reason,
    status: null,
    logOnly: forTheLog(failure.cause),
  };
}

function errorOfAnswer(
  { method, status, body, retryAfterMs }: Extract<ExchangeFailure, { kind: "answered" }>,
  problem: Problem | null,
  now: Date,
): ProviderError {
  const logOnly = forTheLog(body);
  if (status === 429) {
    const askedSeconds = problem?.retry_after;
    const waitMs = retryAfterMs ?? (askedSeconds === undefined ? rateWindowMs : askedSeconds * 1_000);
    return { code: "rate_limited", retryAt: new Date(now.getTime() + waitMs), status, logOnly };
  }
  if (status === 402 || /insufficient credit/i.test(problem?.title ?? "")) {
    return { code: "provider_no_credit", status, logOnly };
  }
  if (status >= 500 || status === 408) {
    return { code: "provider_unavailable", reason: "server-error", status, logOnly };
  }
  if (status === 404 && problem === null) {
    // Not the API's own 404: something in between that knows no such path. It proves nothing about existence.
    return { code: "provider_unavailable", reason: "malformed-answer", status, logOnly };
  }
  return refused(refusalReason(method, status, problem ?? {}), status, body, problem?.invalid_fields);
}

function refusalReason(method: string, status: number, { title = "", detail = "" }: Problem): RefusalReason {
  // Which status an undeletable thing gets is not documented; that it is another account's cannot be here.
  if (method === "DELETE" && [400, 403, 409, 422].includes(status)) return "in-use";
  switch (status) {
    case 401:
      return "token-rejected";
    case 403:
      return "not-allowed";
    case 404:
      return /training destination/i.test(detail) ? "destination-missing" : "not-found";
    case 413:
      return "too-large";
    case 400:
    case 422:
      return /version/i.test(title) || /specified version/i.test(detail)
        ? "version-unknown"
        : "input-invalid";
    default:
      return "other";
  }
}

const refused = (
  reason: RefusalReason,
  status: number | null,
  text: string,
  fields: readonly RefusedField[] = [],
): ProviderError => ({ code: "provider_refused", reason, fields, status, logOnly: forTheLog(text) });

function readProblem(body: string): Problem | null {
  try {
    const read = problemSchema.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    // HTML or nothing: the status alone speaks.
    return null;
  }
}

const longestLogText = 1_000;

/** The provider's text as the log may have it: one line, cut, without API tokens and signing secrets. */
export function forTheLog(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const safe = line
    .replaceAll(/\b(?:r8_|whsec_)[\w+/=-]+/g, "[secret]")
    .replaceAll(/\bBearer \S+/gi, "[secret]");
  return safe.length > longestLogText ? `${safe.slice(0, longestLogText)}…` : safe;
}
