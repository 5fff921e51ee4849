import type { Logger } from "pino";
import type { PortraitScoreRow } from "./portrait-score.store.ts";

/** Whether a portrait measures as another person than its subject. A portrait without a number says nothing. */
export const looksLikeAnother = ({ likenessBand }: Pick<PortraitScoreRow, "likenessBand">): boolean =>
  likenessBand === "not-recognisable";

/**
 * Raises the alarm for a portrait that measures as another person than its subject, once for each measure: in the log
 * of whoever runs the studio, in ids alone. The person sees it on the portrait.
 *
 * @param earlier the score that this one takes the place of
 */
export const raiseAnotherPersonAlarm = (
  log: Logger,
  { id, generationId }: { readonly id: string; readonly generationId: string },
  score: PortraitScoreRow,
  earlier: PortraitScoreRow | undefined,
): void => {
  if (!looksLikeAnother(score)) return;
  const wasRaised =
    earlier !== undefined &&
    looksLikeAnother(earlier) &&
    earlier.modelVersion === score.modelVersion &&
    earlier.calibration === score.calibration;
  if (wasRaised) return;
  const { modelVersion, calibration } = score;
  log.error(
    { alarm: "another-person", portraitId: id, generationId, modelVersion, calibration },
    "a portrait measures as another person than its subject",
  );
};
