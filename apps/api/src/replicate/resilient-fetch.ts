import type { Clock } from "../clock/clock.ts";
import { type ExchangeFailure, FailedExchange, isCertainlyNotAccepted } from "./exchange-failure.ts";
import { isNeverSent } from "./is-never-sent.ts";
import type { ProviderLog } from "./provider-log.ts";
import { BodyTooLarge, readLimitedBody } from "./read-limited-body.ts";
import { readRetryAfterMs } from "./read-retry-after.ts";
import { retryDelayMs } from "./retry-delay.ts";
import type { Timers } from "./timers.ts";

export interface ExchangeLimits {
  /** For one attempt, from connecting to the last byte of the answer. */
  readonly timeoutMs: number;
  /** The same for an upload, which may carry 100 MB. */
  readonly uploadTimeoutMs: number;
  readonly attempts: number;
  /** A wait longer than this is left to the caller's own schedule. */
  readonly longestWaitMs: number;
  readonly answerBytes: number;
}

/** A list page holds 100 trainings with their logs, which is where the many bytes come from. */
export const exchangeLimits: ExchangeLimits = {
  timeoutMs: 30_000,
  uploadTimeoutMs: 300_000,
  attempts: 4,
  longestWaitMs: 10_000,
  answerBytes: 64 * 1024 * 1024,
};

export interface ResilientFetchOptions {
  /** With its path, such as `https://api.replicate.com/v1/`. The token goes nowhere else. */
  readonly baseUrl: URL;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly log: ProviderLog;
  readonly limits: ExchangeLimits;
  /** No attempt begins later. */
  readonly notAfter?: Date;
}

type Fetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

const repeatable: ReadonlySet<string> = new Set(["GET", "DELETE"]);

/**
 * A fetch for the provider's API alone that gives up in time and repeats only what is safe.
 *
 * GET and DELETE are repeated on broken connections, timeouts, 408, 429 and 5xx; everything else only when the request
 * was certainly not accepted: no connection was made, or 429. Waits follow `Retry-After` with full jitter. Never throws
 * and never returns 429 or 5xx: see {@link FailedExchange}.
 */
export function createResilientFetch(options: ResilientFetchOptions): Fetch {
  const { baseUrl, clock, timers, random, log, limits, notAfter } = options;
  const isTooLate = (inMs = 0): boolean =>
    notAfter !== undefined && clock.now().getTime() + inMs > notAfter.getTime();

  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init.method ?? "GET";
    if (url.origin !== baseUrl.origin || !url.pathname.startsWith(baseUrl.pathname)) {
      return new FailedExchange({
        kind: "not-sent",
        reason: "address",
        cause: `${url.origin} is not the API`,
      });
    }

    let last: ExchangeFailure = { kind: "not-sent", reason: "too-late", cause: "its time had passed" };
    for (let attempt = 1; ; attempt += 1) {
      // Whoever slept longer than it meant to must not send any more: somebody else may have taken over.
      if (isTooLate()) return new FailedExchange(last);
      const ended = await exchangeOnce(url, method, init, options);
      if (ended instanceof Response) return ended;

      const trace = { method, path: url.pathname, attempt, failure: describe(ended) };
      const askedMs = ended.kind === "answered" ? ended.retryAfterMs : null;
      const waitMs = retryDelayMs(attempt, askedMs, random);
      const isLast = attempt >= limits.attempts || waitMs > limits.longestWaitMs || isTooLate(waitMs);
      if (isLast || !mayBeRepeated(method, ended)) return new FailedExchange(ended);
      last = ended;
      log.info({ ...trace, waitMs, at: clock.now().toISOString() }, "The provider is asked again");
      await timers.wait(waitMs);
    }
  };
}

function mayBeRepeated(method: string, failure: ExchangeFailure): boolean {
  if (failure.kind === "not-sent") return true;
  if (failure.kind === "answered" && failure.status === 429) return true;
  if (!repeatable.has(method)) return false;
  return failure.kind === "answered"
    ? !isCertainlyNotAccepted(failure)
    : failure.reason !== "malformed-answer";
}

async function exchangeOnce(
  url: URL,
  method: string,
  init: RequestInit,
  { fetch, clock, timers, limits }: ResilientFetchOptions,
): Promise<Response | ExchangeFailure> {
  const timeoutMs = init.body instanceof FormData ? limits.uploadTimeoutMs : limits.timeoutMs;
  const timeout = timers.timeout(timeoutMs);
  try {
    // A redirect is never followed: it would repeat a POST, and could take the token elsewhere.
    const response = await fetch(url, { ...init, redirect: "manual", cache: "no-store", signal: timeout });
    // The body is read here, because one that breaks off or stands still belongs to this attempt.
    const body = await readLimitedBody(response.body, limits.answerBytes);
    const { status, statusText, headers } = response;
    if (response.ok) {
      return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
    }
    return {
      kind: "answered",
      method,
      status,
      body: new TextDecoder().decode(body),
      retryAfterMs: readRetryAfterMs(headers.get("retry-after"), clock.now()),
    };
  } catch (thrown) {
    const cause = nameOf(thrown);
    if (thrown instanceof BodyTooLarge) return { kind: "no-answer", reason: "malformed-answer", cause };
    if (timeout.aborted)
      return { kind: "no-answer", reason: "timeout", cause: `no answer in ${timeoutMs} ms` };
    if (isNeverSent(thrown)) return { kind: "not-sent", reason: "connection", cause };
    return { kind: "no-answer", reason: "connection", cause };
  }
}

const describe = (failure: ExchangeFailure): string =>
  failure.kind === "answered" ? `status ${failure.status}` : `${failure.kind}: ${failure.cause}`;

/** An error's name, message and cause in one line; fetch hides what happened in the cause. */
function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const own = `${thrown.name}: ${thrown.message}`;
  return thrown.cause instanceof Error ? `${own} (${nameOf(thrown.cause)})` : own;
}
