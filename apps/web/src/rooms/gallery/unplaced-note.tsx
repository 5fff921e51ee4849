import type { UnplacedPortraits } from "../../views/views.ts";
import { type MeasuringWords, useMeasuringWords } from "../../words/measuring-words.ts";
import { type GalleryWords, useGalleryWords } from "../../words/use-gallery-words.ts";

/** Says which portraits have no place on a wall that is ordered by a score, and why. */
export function UnplacedNote({ unplaced }: { unplaced: readonly UnplacedPortraits[] }) {
  const gallery = useGalleryWords();
  const measuring = useMeasuringWords();
  if (unplaced.length === 0) return null;
  return <p className="small quiet">{unplacedSentence({ gallery, measuring }, unplaced)}</p>;
}

/** The sentence about portraits without a comparable number. */
export function unplacedSentence(
  words: { readonly gallery: GalleryWords; readonly measuring: MeasuringWords },
  unplaced: readonly UnplacedPortraits[],
): string {
  const { byScore } = words.gallery;
  const names = {
    ...words.measuring.figures.unscoredReason,
    waiting: byScore.waiting,
    "other-constants": byScore.otherConstants,
  };
  const [only, second] = unplaced;
  const reasons =
    only !== undefined && second === undefined
      ? names[only.reason]
      : unplaced.map(({ reason, portraits }) => byScore.reason(names[reason], portraits)).join(", ");
  return byScore.unplaced(
    unplaced.reduce((sum, { portraits }) => sum + portraits, 0),
    reasons,
  );
}
