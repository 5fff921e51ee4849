import type { GallerySearch } from "../../routes/search.ts";
import type { GallerySift } from "../../views/gallery-sift.ts";
import { naturalFrom } from "./hang-by-score.ts";

/** What an address narrows the gallery to, as the api takes it; days become moments of the reader's own time zone. */
export function siftOfSearch(search: GallerySearch): GallerySift {
  const { order, likeness, natural, show, service, preset, from, until } = search;
  return {
    ...(order === undefined ? {} : { sort: order }),
    ...(likeness === undefined ? {} : { likenessBand: likeness }),
    ...(natural === "natural" ? { naturalnessFrom: naturalFrom } : {}),
    ...(natural === "doubtful" ? { naturalnessBelow: naturalFrom } : {}),
    ...(show === undefined ? {} : { kept: true }),
    ...(service === undefined ? {} : { service }),
    ...(preset === undefined ? {} : { presetId: preset }),
    ...(from === undefined ? {} : { from: beginningOf(from, 0) }),
    ...(until === undefined ? {} : { until: beginningOf(until, 1) }),
  };
}

function beginningOf(day: string, daysLater: number): string {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}
