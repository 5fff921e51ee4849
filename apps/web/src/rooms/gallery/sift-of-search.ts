import type { GallerySearch } from "../../routes/search.ts";
import type { GallerySift } from "../../views/gallery-sift.ts";

/** What an address narrows the gallery to, as the api takes it; days become moments of the reader's own time zone. */
export function siftOfSearch({ show, service, preset, from, until }: GallerySearch): GallerySift {
  return {
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
