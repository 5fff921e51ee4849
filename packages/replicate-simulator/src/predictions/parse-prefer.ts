const longestSeconds = 60;

/**
 * Milliseconds that a `Prefer` header asks to wait: `wait` is 60 s, `wait=n` up to 60 s; null when it is neither.
 * The published pattern lets 61 to 99 through; they wait 60 s.
 */
export function parsePrefer(header: string | undefined): number | null {
  if (header === undefined) return null;
  const parts = /^wait(?:=([1-9][0-9]?))?$/.exec(header.trim());
  if (parts === null) return null;
  return 1000 * Math.min(longestSeconds, Number(parts[1] ?? longestSeconds));
}
