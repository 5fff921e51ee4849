const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * A length of time as one says it: seconds below a minute, whole minutes from there.
 *
 * @example
 * durationInWords(3_900_000); // "1 h 5 min"
 */
export function durationInWords(durationMs: number): string {
  if (durationMs < minuteMs) return `${Math.round(durationMs / 1_000)} s`;
  if (durationMs < hourMs) return `${Math.round(durationMs / minuteMs)} min`;
  const minutes = Math.round(durationMs / minuteMs);
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
