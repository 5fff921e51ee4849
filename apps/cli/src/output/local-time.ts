/**
 * A moment in this machine's time zone, to the minute.
 *
 * @example
 * localTime("2026-05-04T10:00:00.000Z"); // "2026-05-04 12:00" in Berlin
 */
export function localTime(iso: string): string {
  // Swedish writes dates the ISO way, in the local time zone.
  return new Date(iso).toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "short" });
}
