import type { EstimateView } from "../client/views.ts";
import { durationInWords } from "../output/duration-in-words.ts";

/** What an experiment would be and cost, for a person to read. */
export function estimateLines({
  cells,
  pairs,
  credits,
  predictSeconds,
  timedPortraits,
  fewestPairs,
}: EstimateView): string[] {
  const time =
    predictSeconds === null
      ? "not known yet"
      : `about ${durationInWords(predictSeconds * 1_000)}, from ${timedPortraits} portraits of yours`;
  return [
    `  ${cells} portraits on ${pairs} pairs, ${credits} credits; work at the provider: ${time}`,
    ...(pairs < fewestPairs ? [`  Fewer than ${fewestPairs} pairs name no arm.`] : []),
  ];
}
