import type { Words } from "../words/en.ts";
import type { Remaining } from "../live/remaining-time.ts";

const secondsStep = 5;

/** A range in seconds below two minutes, in whole minutes from there; rounded away from promising too much. */
export function remainingInWords(
  words: Pick<Words["face"]["training"], "seconds" | "minutes">,
  { fromSeconds, toSeconds }: Remaining,
): string {
  if (toSeconds < 120) {
    const up = (seconds: number) => Math.max(secondsStep, Math.ceil(seconds / secondsStep) * secondsStep);
    return words.seconds(up(fromSeconds), up(toSeconds));
  }
  return words.minutes(Math.max(1, Math.floor(fromSeconds / 60)), Math.ceil(toSeconds / 60));
}
