import { durationInWords } from "./duration-in-words.ts";

const millisecondsPerSecond = 1_000;

/** A range of time in words; null is a time that is not known. */
export function secondsInWords(
  range: { readonly fromSeconds: number; readonly toSeconds: number } | null,
): string {
  if (range === null) return "for a time that is not known yet";
  const [from, to] = [range.fromSeconds, range.toSeconds].map((seconds) =>
    durationInWords(seconds * millisecondsPerSecond),
  );
  return from === to ? `about ${String(from)}` : `${String(from)} to ${String(to)}`;
}
