import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { gallerySearch } from "../../routes/search.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { GalleryEmpty } from "./gallery-empty.tsx";
import { GalleryFilters } from "./gallery-filters.tsx";
import { HungGallery } from "./hung-gallery.tsx";
import { siftOfSearch } from "./sift-of-search.ts";
import { UndoNotice } from "./undo-notice.tsx";
import { UnplacedNote } from "./unplaced-note.tsx";
import "../../parts/chapter.css";
import "./gallery-room.css";

const route = getRouteApi("/signed-in/house/gallery");

/** Where portraits hang: days as chapters, newest first, or by a score, the best first; read page by page as one goes down. */
export function GalleryRoom() {
  const gallery = useGalleryWords();
  const measuring = useMeasuringWords();
  const queries = useQueries();
  const asked = route.useSearch();
  const measures = useQuery(queries.studio()).data?.measures;
  const isOff = asked.order !== undefined && measures === false;
  // An address from elsewhere may ask for an order this studio cannot give; the rest of it still holds.
  const search = isOff ? gallerySearch({ ...asked, order: undefined }) : asked;
  const pages = useInfiniteQuery({
    ...queries.gallery(siftOfSearch(search)),
    enabled: asked.order === undefined || measures !== undefined,
  });
  const isEmpty = pages.data?.pages.every(({ portraits }) => portraits.length === 0) ?? false;
  return (
    <>
      <RoomHeading room={gallery.room}>{gallery.room}</RoomHeading>
      <GalleryFilters search={search} measures={measures === true} />
      {isOff && <p className="small quiet">{measuring.off}</p>}
      {pages.data === undefined && !pages.isError && (
        <Waiting className="chapter">
          <div>
            <Blank shape={{ characters: 10 }} />
          </div>
          <div className="hang">
            {[1, 2, 3, 4, 5, 6, 7, 8].map((place) => (
              <Blank key={place} shape="frame" />
            ))}
          </div>
        </Waiting>
      )}
      {pages.isError && <CallProblem error={pages.error} retry={() => void pages.refetch()} />}
      <UnplacedNote unplaced={pages.data?.pages[0]?.unplaced ?? []} />
      {isEmpty && !pages.hasNextPage && <GalleryEmpty search={search} />}
      {pages.data !== undefined && !isEmpty ? (
        // Another address is another gallery, with a place and a selection of its own.
        <HungGallery key={JSON.stringify(search)} search={search} pages={pages} />
      ) : (
        <UndoNotice />
      )}
    </>
  );
}
