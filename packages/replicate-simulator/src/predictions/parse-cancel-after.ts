const shortestMs = 5000;

/**
 * Milliseconds of a `Cancel-After` header: `30s`, `5m`, `1h30m45s` or bare seconds, at least 5 s; null when it is
 * none of these.
 *
 * @example
 * parseCancelAfter("1m30s"); // 90_000
 */
export function parseCancelAfter(header: string): number | null {
  const text = header.trim();
  if (/^\d+$/.test(text)) return atLeastShortest(1000 * Number(text));
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (parts === null || text === "") return null;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return atLeastShortest(1000 * (3600 * (hours ?? 0) + 60 * (minutes ?? 0) + (seconds ?? 0)));
}

function atLeastShortest(milliseconds: number): number | null {
  return Number.isSafeInteger(milliseconds) && milliseconds >= shortestMs ? milliseconds : null;
}
