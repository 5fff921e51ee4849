import type { ScoredView } from "../../views/views.ts";
import type { GalleryWords } from "../../words/use-gallery-words.ts";
import type { MeasuringWords } from "../../words/measuring-words.ts";
import { hundredths } from "../figures/hundredths.ts";
import { type ScoreOrder, scorePartOf } from "./hang-by-score.ts";

/** What is said of a portrait below it; a tone of `look` asks for a second look. */
export interface Judgement {
  readonly words: string;
  readonly tone: "plain" | "look";
}

/** How each band of a likeness is called, the most alike first; as beside the portrait itself. */
export const likenessBandNames = ({ likeness }: Pick<MeasuringWords, "likeness">) => ({
  good: likeness.good,
  weak: likeness.weak,
  "not-recognisable": likeness.other,
  "copy-suspected": likeness.copy,
});

/** A portrait's judgement in few words, by what the wall is ordered by. */
export function judgementOf(
  { gallery, measuring }: { readonly gallery: GalleryWords; readonly measuring: MeasuringWords },
  order: ScoreOrder,
  score: ScoredView,
): Judgement {
  if (order === "likeness") {
    const { band } = score.likeness;
    return {
      words: likenessBandNames(measuring)[band],
      tone: band === "good" ? "plain" : "look",
    };
  }
  const part = scorePartOf(order, score);
  return {
    words: gallery.byScore.outOf100(gallery.byScore.parts[part], hundredths(score.naturalness)),
    tone: part === "natural" ? "plain" : "look",
  };
}
