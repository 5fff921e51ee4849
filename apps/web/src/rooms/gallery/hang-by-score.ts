import type { GallerySearch } from "../../routes/search.ts";
import type { PortraitView, ScoredView } from "../../views/views.ts";
import type { GalleryChapter } from "./hang-by-day.ts";

/** What a wall can be ordered by instead of the day. */
export type ScoreOrder = NonNullable<GallerySearch["order"]>;

/** A part of such a wall: as like as the person's own photos or less, natural or doubtful. */
export type ScorePart = "own" | "less" | "natural" | "doubtful";

/** From here on an expression is called natural, 0 to 1; halfway, a choice, as are the weights in the number itself. */
export const naturalFrom = 0.5;
/** As like as the person's own photos are to each other: where the likeness ends. */
const ownLikeness = 1;

/** Which part of a wall a score stands in. The parts are cut by the number it is ordered by, so they follow each other. */
export function scorePartOf(order: ScoreOrder, { likeness, naturalness }: ScoredView): ScorePart {
  if (order === "likeness") return likeness.score >= ownLikeness ? "own" : "less";
  return naturalness >= naturalFrom ? "natural" : "doubtful";
}

/** Sorts portraits that come by their score into the parts of the wall. None hangs large: the order would be lost. */
export function hangByScore(
  portraits: readonly PortraitView[],
  order: ScoreOrder,
): readonly GalleryChapter[] {
  const parts = new Map<ScorePart, PortraitView[]>();
  for (const portrait of portraits) {
    if (portrait.score?.state !== "scored") continue;
    const part = scorePartOf(order, portrait.score);
    const ofPart = parts.get(part);
    if (ofPart === undefined) parts.set(part, [portrait]);
    else ofPart.push(portrait);
  }
  return [...parts].map(([part, ofPart]) => ({
    key: part,
    name: { part },
    portraits: ofPart,
    largeId: null,
  }));
}
