import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { GalleryEmpty } from "./gallery-empty.tsx";
import { GalleryFilters } from "./gallery-filters.tsx";
import { HungGallery } from "./hung-gallery.tsx";
import { siftOfSearch } from "./sift-of-search.ts";
import { UndoNotice } from "./undo-notice.tsx";
import "../../parts/chapter.css";
import "./gallery-room.css";

const route = getRouteApi("/signed-in/house/gallery");

/** Where portraits hang: days as chapters, newest first, read page by page as one goes down. */
export function GalleryRoom() {
  const gallery = useGalleryWords();
  const search = route.useSearch();
  const pages = useInfiniteQuery(useQueries().gallery(siftOfSearch(search)));
  const isEmpty = pages.data?.pages.every(({ portraits }) => portraits.length === 0) ?? false;
  return (
    <>
      <RoomHeading room={gallery.room}>{gallery.room}</RoomHeading>
      <GalleryFilters search={search} />
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
