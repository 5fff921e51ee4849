import type { MeasurementView, ScoreView } from "../client/views.ts";
import { likenessWords, reasonWords, smileWords, textureWords } from "./measure-words.ts";

const stateWords = { off: "not measured here", waiting: "being measured" } as const;
const hundredths = (share: number): number => Math.round(share * 100);

/** Why there is no number, in words; undefined where there is one. */
export function whyUnscored(score: ScoreView | MeasurementView): string | undefined {
  if (score.state === "scored") return undefined;
  if (score.state !== "unscored") return stateWords[score.state];
  return score.reason === "no-references"
    ? "not measured: the photos it was made from are gone"
    : `not measured: ${reasonWords[score.reason]}`;
}

/** One row's cells for a list: likeness, expression, naturalness. */
export function scoreCells(score: ScoreView): [likeness: string, smile: string, natural: string] {
  if (score.state !== "scored") return [whyUnscored(score) ?? "", "", ""];
  return [
    `${hundredths(score.likeness.score)} of 100${score.looksLikeAnother ? ", another person?" : ""}`,
    smileWords(score.smile),
    `${hundredths(score.naturalness)} of 100`,
  ];
}

/** How one portrait measures, a line each. */
export function measurementLines(measurement: MeasurementView): string[] {
  if (measurement.state !== "scored") return [`Likeness: ${whyUnscored(measurement) ?? ""}.`];
  const { likeness, raw, ownPhotos, smile, naturalness, texture, looksLikeAnother } = measurement;
  const own = ownPhotos.likeness;
  const range =
    own.length === 0
      ? "held against a single photo"
      : `your own photos compare at ${Math.min(...own).toFixed(3)} to ${Math.max(...own).toFixed(3)}`;
  return [
    `Likeness: ${likenessWords[likeness.band]}, ${hundredths(likeness.score)} of 100 (${raw.toFixed(3)}; ${range}).`,
    ...(looksLikeAnother
      ? ["It measures as another person than you; whoever runs the studio has been told."]
      : []),
    `Expression: ${smileWords(smile)}; natural ${hundredths(naturalness)} of 100.`,
    texture === null
      ? "Skin: not told."
      : `Skin: ${textureWords[texture.band]} (${texture.ratio.toFixed(2)} of theirs).`,
    `Measured with ${measurement.measuredWith}, against ${measurement.references} photos. docs/MEASURING.md says how good this is.`,
  ];
}
