const firstDelayMs = 500;
const longestDelayMs = 8_000;

/**
 * How long to wait before the next attempt: full jitter (a random part of an exponentially growing, capped interval),
 * and never less than the server asked for. With a server's wish the jitter is added, so that many who were sent away
 * together do not come back together.
 *
 * @param attempt - attempts made so far, from 1.
 * @param askedMs - what `Retry-After` asked for; null when it asked for nothing.
 * @param random - uniform in [0, 1).
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelayMs(attempt: number, askedMs: number | null, random: () => number): number {
  const interval = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  const jitter = random() * interval;
  return Math.round(askedMs === null ? jitter : askedMs + jitter / 2);
}
