import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState, type RefObject } from "react";

import type { GallerySearch } from "../../routes/search.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { GalleryPortrait, type TileActs, tileElementId } from "./gallery-portrait.tsx";
import type { Wall, WallDay, WallRow } from "./lay-out-wall.ts";
import type { Selection } from "./selection.ts";
import "./gallery-wall.css";

/** Rows drawn above and below what is seen, so that a quick turn of the wheel meets pictures. */
const overscan = 3;
/** So many rows before the end the next page is asked for. */
const rowsAhead = 12;

/** A portrait to go to; `turn` tells one wish from the next. */
export interface WantedTile {
  readonly portraitId: string;
  readonly turn: number;
  readonly scrolls: boolean;
}

interface GalleryWallProps {
  readonly wall: Wall;
  readonly place: RefObject<HTMLDivElement | null>;
  /** How far the wall is from the top of the page, in pixels. */
  readonly offset: number;
  readonly search: GallerySearch;
  readonly acts: TileActs;
  readonly currentId: string | null;
  readonly selection: Selection;
  readonly isSelecting: boolean;
  /** A portrait to bring into view and give the focus. */
  readonly wanted: WantedTile | null;
  readonly onNearEnd: () => void;
}

/** The wall: only what is near the window is drawn, and always where the focus is. */
export function GalleryWall(props: GalleryWallProps) {
  const { wall, place, offset, search, acts, currentId, selection, isSelecting, wanted, onNearEnd } = props;
  const currentRow = currentId === null ? undefined : wall.places.get(currentId)?.row;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useWindowVirtualizer({
    count: wall.rows.length,
    estimateSize: (row) => wall.rows[row]?.size ?? 0,
    overscan,
    scrollMargin: offset,
    // A finger's width of what comes before and after stays in sight.
    scrollPaddingStart: 24,
    scrollPaddingEnd: 96,
    rangeExtractor: ({ startIndex, endIndex, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const near = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      // The focus would be lost with the element that has it.
      if (currentRow !== undefined && currentRow < from) return [currentRow, ...near];
      return currentRow !== undefined && currentRow > to && currentRow < count ? [...near, currentRow] : near;
    },
  });

  useLayoutEffect(() => virtualizer.measure(), [virtualizer, wall]);

  const doneTurn = useRef(0);
  useEffect(() => {
    if (wanted === null || wanted.turn === doneTurn.current) return;
    const row = wall.places.get(wanted.portraitId)?.row;
    // It may be about to be hung again: then it is gone to as soon as it is.
    if (row === undefined) return;
    doneTurn.current = wanted.turn;
    if (wanted.scrolls) virtualizer.scrollToIndex(row, { align: "auto" });
    document.getElementById(tileElementId(wanted.portraitId))?.focus({ preventScroll: true });
  }, [wanted, wall, virtualizer]);

  // A tile that comes to stand in another row is another element; the focus goes with it.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (hadFocus.current && currentId !== null && document.activeElement === document.body)
      document.getElementById(tileElementId(currentId))?.focus({ preventScroll: true });
  });

  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  const nearEnd = useEffectEvent(onNearEnd);
  const isNearEnd = lastDrawn >= wall.rows.length - rowsAhead;
  useEffect(() => {
    if (isNearEnd) nearEnd();
  }, [isNearEnd, wall]);

  const rows = drawn.flatMap(({ index }) => wall.rows[index] ?? []);
  const dayIndexes = [...new Set(rows.map(({ dayIndex }) => dayIndex))];
  return (
    <div
      className="wall"
      ref={place}
      style={{ height: wall.height }}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) hadFocus.current = false;
      }}
    >
      {dayIndexes.map((dayIndex) => {
        const day = wall.days[dayIndex];
        return (
          day !== undefined && (
            <WallDaySection
              key={day.day.key}
              day={day}
              rows={rows.filter((row) => row.dayIndex === dayIndex)}
              {...{ search, acts, currentId, selection, isSelecting }}
            />
          )
        );
      })}
    </div>
  );
}

interface WallDaySectionProps extends Pick<
  GalleryWallProps,
  "search" | "acts" | "currentId" | "selection" | "isSelecting"
> {
  readonly day: WallDay;
  readonly rows: readonly WallRow[];
}

/** One day, or one part of a wall by score: its name in the margin, its rows beside. */
function WallDaySection(props: WallDaySectionProps) {
  const {
    day: { day, start, size, rowCount },
    rows,
    search,
    acts,
    currentId,
    selection,
    isSelecting,
  } = props;
  const gallery = useGalleryWords();
  const format = useFormat();
  const headingId = useId();
  const [today] = useState(() => new Date());
  const kept = day.portraits.filter((portrait) => portrait.kept).length;
  return (
    <section
      className="chapter wall-day"
      aria-labelledby={headingId}
      style={{ transform: `translateY(${start}px)`, height: size }}
    >
      <header>
        <h2 id={headingId}>
          {"at" in day.name ? format.nearDay(day.name.at, today) : gallery.byScore.parts[day.name.part]}
        </h2>
        <p className="numbers">
          {gallery.dayCount(day.portraits.length)}
          {kept > 0 && `, ${gallery.dayKept(kept)}`}
        </p>
      </header>
      <div
        className="wall-rows"
        role="grid"
        aria-labelledby={headingId}
        aria-rowcount={rowCount}
        aria-multiselectable={isSelecting ? true : undefined}
      >
        {rows.map(({ number, tiles }) => {
          const top = tiles[0]?.top ?? 0;
          return (
            <div
              key={number}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- placed by pixels, which no table row is
              role="row"
              aria-rowindex={number}
              className="wall-row"
              style={{ top }}
            >
              {tiles.map((tile, at) => (
                <GalleryPortrait
                  key={tile.portrait.id}
                  tile={tile}
                  top={tile.top - top}
                  column={at + 1}
                  search={search}
                  acts={acts}
                  isCurrent={tile.portrait.id === currentId}
                  isSelected={selection.ids.has(tile.portrait.id)}
                  isSelecting={isSelecting}
                />
              ))}
            </div>
          );
        })}
      </div>
    </section>
  );
}
