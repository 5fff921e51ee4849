import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { GalleryDayChapter } from "./gallery-day-chapter.tsx";
import { GalleryEmpty } from "./gallery-empty.tsx";
import { hangByDay } from "./hang-by-day.ts";
import { useNearEnd } from "./use-near-end.ts";
import "./gallery-room.css";

const route = getRouteApi("/signed-in/house/gallery");

/** Where portraits hang: days as chapters, newest first, read page by page as one goes down. */
export function GalleryRoom() {
  const { gallery } = useWords();
  const format = useFormat();
  const keptOnly = route.useSearch().show === "kept";
  const pages = useInfiniteQuery(useQueries().gallery(keptOnly ? { kept: true } : {}));
  const days = useMemo(
    () =>
      hangByDay(pages.data?.pages.flatMap(({ portraits }) => portraits) ?? [], (iso) => format.dayKey(iso)),
    [pages.data, format],
  );
  const { hasNextPage, isFetchingNextPage } = pages;
  const end = useNearEnd(
    () => void pages.fetchNextPage(),
    hasNextPage && !isFetchingNextPage && !pages.isError,
  );

  return (
    <>
      <RoomHeading room={gallery.room}>{gallery.room}</RoomHeading>
      <nav className="sift gallery-show" aria-label={gallery.show}>
        <Link to="/gallery" activeOptions={{ exact: true, includeSearch: true }}>
          {gallery.all}
        </Link>
        <Link to="/gallery" search={{ show: "kept" }} activeOptions={{ exact: true, includeSearch: true }}>
          {gallery.kept}
        </Link>
      </nav>
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
      {pages.data !== undefined && days.length === 0 && <GalleryEmpty keptOnly={keptOnly} />}
      {days.map((day) => (
        <GalleryDayChapter key={day.key} day={day} />
      ))}
      {pages.isError && <CallProblem error={pages.error} retry={() => void pages.refetch()} />}
      <div ref={end} className="gallery-end">
        {hasNextPage ? (
          <button
            type="button"
            className="press press-plain"
            aria-disabled={isFetchingNextPage}
            onClick={() => isFetchingNextPage || void pages.fetchNextPage()}
          >
            {isFetchingNextPage ? gallery.loadingMore : gallery.more}
          </button>
        ) : (
          days.length > 0 && <p className="small quiet">{gallery.end}</p>
        )}
      </div>
    </>
  );
}
