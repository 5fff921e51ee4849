import type { ProviderLog } from "./provider-log.ts";
import { BodyTooLarge, readLimitedBody } from "./read-limited-body.ts";
import { retryDelayMs } from "./retry-delay.ts";
import type { Timers } from "./timers.ts";

export type DownloadErrorCode =
  /** 403, 404 or 410: outputs live for one hour. Asking again is of no use. */
  | "expired"
  | "too-large"
  | "timeout"
  /** The address, or a redirect of it, points to where no output is kept. Nothing was requested there. */
  | "wrong-host"
  /** No connection, a broken one, or another status. A later attempt may succeed. */
  | "unavailable";

export type Download =
  | { readonly outcome: "ok"; readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string | null }
  | { readonly outcome: "failed"; readonly code: DownloadErrorCode; readonly logOnly: string };

export interface DownloadLimits {
  readonly sizeBytes: number;
  /** For one attempt. */
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly redirects: number;
}

/** The largest picture FLUX makes here, 1440 × 1440 as png, has at most 6.3 MB of pixels. */
export const downloadLimits: DownloadLimits = {
  sizeBytes: 16 * 1024 * 1024,
  timeoutMs: 30_000,
  attempts: 3,
  redirects: 2,
};

export interface DownloadOptions {
  /** The one origin beside the provider's that outputs may come from, such as `http://127.0.0.1:4010`; null: none. */
  readonly localOrigin: string | null;
  readonly timers: Timers;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly log: ProviderLog;
  readonly fetch?: typeof globalThis.fetch;
  readonly limits?: Partial<DownloadLimits>;
}

/**
 * Fetches one output into memory, within limits of size, time, attempts and redirects, and from the provider's delivery
 * hosts alone. No token is sent: outputs are reachable by their address, and the token is for the API.
 *
 * @param address - as a report gives it.
 */
export async function downloadOutput(address: string, options: DownloadOptions): Promise<Download> {
  const limits = { ...downloadLimits, ...options.limits };
  for (let attempt = 1; ; attempt += 1) {
    const download = await downloadOnce(address, options, limits);
    const isPassing =
      download.outcome === "failed" && (download.code === "unavailable" || download.code === "timeout");
    if (!isPassing || attempt >= limits.attempts) return download;
    const waitMs = retryDelayMs(attempt, null, options.random);
    options.log.info({ attempt, waitMs, cause: download.logOnly }, "An output is asked for again");
    await options.timers.wait(waitMs);
  }
}

async function downloadOnce(
  address: string,
  { localOrigin, timers, fetch = globalThis.fetch }: DownloadOptions,
  limits: DownloadLimits,
): Promise<Download> {
  const timeout = timers.timeout(limits.timeoutMs);
  let next = address;
  try {
    for (let hops = 0; hops <= limits.redirects; hops += 1) {
      const url = allowedUrl(next, localOrigin);
      if (url === null) return failed("wrong-host", `not a delivery host: ${hostOf(next)}`);
      const response = await fetch(url, { redirect: "manual", cache: "no-store", signal: timeout });
      const target =
        response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
      if (target === null) return await readOutput(response, limits);
      await response.body?.cancel();
      next = URL.canParse(target, url.href) ? new URL(target, url.href).href : target;
    }
    return failed("unavailable", `more than ${limits.redirects} redirects`);
  } catch (thrown) {
    if (thrown instanceof BodyTooLarge) return failed("too-large", thrown.message);
    if (timeout.aborted) return failed("timeout", `no complete answer in ${limits.timeoutMs} ms`);
    return failed("unavailable", String(thrown));
  }
}

async function readOutput(response: Response, limits: DownloadLimits): Promise<Download> {
  if (!response.ok) {
    await response.body?.cancel();
    const isGone = response.status === 403 || response.status === 404 || response.status === 410;
    return failed(isGone ? "expired" : "unavailable", `status ${response.status}`);
  }
  const announced = Number(response.headers.get("content-length") ?? 0);
  if (announced > limits.sizeBytes) {
    await response.body?.cancel();
    return failed("too-large", `${announced} bytes announced`);
  }
  const bytes = await readLimitedBody(response.body, limits.sizeBytes);
  return { outcome: "ok", bytes, contentType: response.headers.get("content-type") };
}

/** The address when it may be asked: https on the delivery hosts, or exactly the local origin. */
function allowedUrl(address: string, localOrigin: string | null): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== "" || url.password !== "") return null;
  if (localOrigin !== null && url.origin === localOrigin) return url;
  const isDelivery = url.hostname === "replicate.delivery" || url.hostname.endsWith(".replicate.delivery");
  return isDelivery && url.protocol === "https:" && url.port === "" ? url : null;
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : "no address");

const failed = (code: DownloadErrorCode, logOnly: string): Download => ({ outcome: "failed", code, logOnly });
