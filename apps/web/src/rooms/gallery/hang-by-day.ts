import type { PortraitView } from "../../views/views.ts";
import type { ScorePart } from "./hang-by-score.ts";

/** What hangs together under one name, such as a day's portraits, with the one that hangs large if one deserves it. */
export interface GalleryChapter {
  readonly key: string;
  /** A moment of the day, to name it by, or the part of a wall that is ordered by a score. */
  readonly name: { readonly at: string } | { readonly part: ScorePart };
  readonly portraits: readonly PortraitView[];
  readonly largeId: string | null;
}

/** A large picture needs company, or the row is a hole. */
const companyOfLarge = 2;

/**
 * Sorts portraits into days of the reader's own time zone, in the order they come. The first kept portrait of a day
 * hangs large, if there are at least two more beside it.
 *
 * @param dayKey names the day of a portrait, such as `2026-11-14`.
 */
export function hangByDay(
  portraits: readonly PortraitView[],
  dayKey: (portrait: PortraitView) => string,
): readonly GalleryChapter[] {
  const days = new Map<string, PortraitView[]>();
  for (const portrait of portraits) {
    const key = dayKey(portrait);
    const day = days.get(key);
    if (day === undefined) days.set(key, [portrait]);
    else day.push(portrait);
  }
  return [...days].map(([key, ofDay]) => ({
    key,
    name: { at: ofDay[0]?.createdAt ?? key },
    portraits: ofDay,
    largeId: ofDay.length > companyOfLarge ? (ofDay.find(({ kept }) => kept)?.id ?? null) : null,
  }));
}
