/**
 * A length of time as one says it: seconds below a minute, whole minutes from there.
 *
 * @example
 * durationInWords(3_900_000); // "1 h 5 min"
 */
export function durationInWords(durationMs: number): string {
  const seconds = Math.round(durationMs / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
