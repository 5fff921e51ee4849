import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import type { GallerySearch } from "../../routes/search.ts";
import type { GalleryPage, PortraitView } from "../../views/views.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { DetailsSheet } from "./details-sheet.tsx";
import type { TileActs } from "./gallery-portrait.tsx";
import { galleryPlaceKey, type GalleryPlace } from "./gallery-place.ts";
import { GalleryWall, type WantedTile } from "./gallery-wall.tsx";
import { hangByDay } from "./hang-by-day.ts";
import { hangByScore } from "./hang-by-score.ts";
import { KeysSheet } from "./keys-sheet.tsx";
import { layOutWall } from "./lay-out-wall.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { UndoNotice } from "./undo-notice.tsx";
import { useHand } from "./use-hand.ts";
import { useHoldToSelect } from "./use-hold-to-select.ts";
import { useKeep } from "./use-keep.ts";
import { useRoomKeys } from "./use-room-keys.ts";
import { useTrash } from "./use-trash.ts";
import { useWallMeasures } from "./use-wall-measures.ts";

interface HungGalleryProps {
  readonly search: GallerySearch;
  readonly pages: {
    readonly data: { readonly pages: readonly GalleryPage[] } | undefined;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isError: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** What is said below a picture, with its gap, in pixels; as `gallery-portrait.css` has it. */
const captionHeight = 28;

/** A portrait's day, worked out once: ten thousand of them would hold up every page that is read. */
const dayKeys = new WeakMap<PortraitView, string>();

/** A gallery with something in it: the wall, the hand on it, and what the hand can do. */
export function HungGallery({ search, pages }: HungGalleryProps) {
  const words = useGalleryWords();
  const format = useFormat();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const placeKey = galleryPlaceKey(search);
  const [remembered] = useState(() => queryClient.getQueryData<GalleryPlace>(placeKey));
  const { place, measures } = useWallMeasures();
  const [wanted, setWanted] = useState<WantedTile | null>(null);
  const [sheet, setSheet] = useState<"keys" | "details" | null>(null);
  const keep = useKeep();
  const trash = useTrash();

  const { order } = search;
  const chapters = useMemo(() => {
    const portraits = pages.data?.pages.flatMap((page) => page.portraits) ?? [];
    if (order !== undefined) return hangByScore(portraits, order);
    return hangByDay(portraits, (portrait) => {
      const key = dayKeys.get(portrait) ?? format.dayKey(portrait.createdAt);
      dayKeys.set(portrait, key);
      return key;
    });
  }, [pages.data, format, order]);
  const { width, narrow, headHeight, offset } = measures;
  const wall = useMemo(
    () =>
      layOutWall(chapters, {
        width,
        narrow,
        headHeight,
        captionHeight: order === undefined ? 0 : captionHeight,
      }),
    [chapters, width, narrow, headHeight, order],
  );
  const want = (portraitId: string, scrolls = true) =>
    setWanted((now) => ({ portraitId, turn: (now?.turn ?? 0) + 1, scrolls }));
  const hand = useHand(wall, remembered?.portraitId ?? null, want);

  useLayoutEffect(() => {
    if (remembered === undefined) return;
    window.scrollTo(0, remembered.scrollY);
    if (remembered.portraitId !== null) want(remembered.portraitId, false);
    // Once, when one comes back.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const remember = (portraitId: string | null) => {
    queryClient.setQueryData<GalleryPlace>(placeKey, { scrollY: window.scrollY, portraitId });
  };

  function takeDown(portraits: readonly PortraitView[]) {
    if (portraits.length === 0) return;
    const next = hand.afterTakingDown(portraits);
    trash.trash(portraits);
    hand.moveTo(next);
    // Where nothing hangs any more the room itself has the focus.
    if (next === undefined) document.querySelector("h1")?.focus();
  }

  function open(portraitId: string) {
    remember(portraitId);
    void navigate({ to: "/gallery/$portraitId", params: { portraitId }, search });
  }

  function compare() {
    const held = hand.held();
    const [first, second] =
      held.length === 1 && hand.current !== undefined && held[0]?.id !== hand.current.id
        ? [held[0], hand.current]
        : held;
    if (first === undefined) return;
    remember(hand.currentId);
    void navigate({
      to: "/gallery/compare",
      search: { a: first.id, ...(second === undefined ? {} : { b: second.id }) },
    });
  }

  // One object for the life of the wall, so that a tile is only drawn again when it changes.
  const latest = useRef({ hand, keep, remember });
  useLayoutEffect(() => {
    latest.current = { hand, keep, remember };
  });
  const hold = useHoldToSelect((portraitId) => latest.current.hand.toggle(portraitId));
  const acts = useMemo(
    (): TileActs => ({
      press(portraitId, event) {
        const { hand: now, remember: keepPlace } = latest.current;
        if (hold.wasHeld()) return true;
        if (event.shiftKey) now.extendTo(portraitId);
        else if (event.ctrlKey || event.metaKey || now.isSelecting) now.toggle(portraitId);
        else {
          keepPlace(portraitId);
          return false;
        }
        return true;
      },
      toggle: (portraitId) => latest.current.hand.toggle(portraitId),
      keep: (portrait) => latest.current.keep.toggle(portrait),
      focus: (portraitId) => latest.current.hand.standOn(portraitId),
    }),
    [hold],
  );

  const arrows = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" } as const;
  const ends = { Home: "first", End: "last" } as const;
  useRoomKeys((key, event) => {
    const direction = Object.entries({ ...arrows, ...ends }).find(([name]) => name === key)?.[1];
    const onWall = place.current?.contains(document.activeElement) === true;
    if (direction !== undefined) {
      if (!onWall && !(document.activeElement === document.body || isHeading(document.activeElement)))
        return false;
      if (!onWall && hand.currentId !== null) want(hand.currentId);
      else hand.go(direction, event.shiftKey);
      return true;
    }
    switch (key) {
      case "?":
        setSheet("keys");
        return true;
      case "Escape":
        if (!hand.isSelecting) return false;
        hand.selectMode(false);
        return true;
    }
    if (hand.current === undefined) return false;
    switch (key) {
      case " ":
        if (!onWall || document.activeElement?.tagName !== "A") return false;
        if (event.shiftKey) hand.extendTo(hand.current.id);
        else hand.toggle(hand.current.id);
        return true;
      case "x":
        hand.toggle(hand.current.id);
        return true;
      case "f":
      case ".":
        keep.toggleAll(hand.held());
        return true;
      case "Delete":
      case "Backspace":
        takeDown(hand.held());
        return true;
      case "i":
        setSheet("details");
        return true;
      case "c":
        compare();
        return true;
      case "o":
        open(hand.current.id);
        return true;
    }
    return false;
  });
  useSelectAll(hand.selectAll);

  const moreWords = order === undefined ? words : words.byScore;
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = pages;
  return (
    <>
      <div className="gallery-keys">
        <button
          type="button"
          className="word"
          aria-pressed={hand.isSelecting}
          onClick={() => hand.selectMode(!hand.isSelecting)}
        >
          {hand.isSelecting ? words.selectEnd : words.select}
        </button>
        <button type="button" className="word" onClick={() => setSheet("keys")}>
          {words.keys.show}
        </button>
      </div>
      {keep.error !== null && <CallProblem error={keep.error} />}
      {trash.error !== null && <CallProblem error={trash.error} />}
      <div {...hold.handlers}>
        <GalleryWall
          {...{ wall, place, offset, search, acts, wanted }}
          currentId={hand.currentId}
          selection={hand.selection}
          isSelecting={hand.isSelecting}
          onNearEnd={() => {
            if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
          }}
        />
      </div>
      <div className="gallery-end">
        {hasNextPage ? (
          <button
            type="button"
            className="press press-plain"
            aria-disabled={isFetchingNextPage}
            onClick={() => isFetchingNextPage || void fetchNextPage()}
          >
            {isFetchingNextPage ? moreWords.loadingMore : moreWords.more}
          </button>
        ) : (
          <p className="small quiet">{moreWords.end}</p>
        )}
      </div>
      {hand.isSelecting ? (
        <SelectionBar
          portraits={hand.selection.ids.size > 0 ? hand.held() : []}
          onKeep={() => keep.toggleAll(hand.held())}
          onTrash={() => takeDown(hand.held())}
          onCompare={compare}
          onEnd={() => {
            hand.selectMode(false);
            if (hand.currentId !== null) want(hand.currentId);
          }}
        />
      ) : (
        <UndoNotice onUndone={(portraitId) => want(portraitId)} />
      )}
      <KeysSheet open={sheet === "keys"} onClose={() => setSheet(null)} />
      <DetailsSheet
        portrait={sheet === "details" ? hand.current : undefined}
        search={search}
        onClose={() => setSheet(null)}
      />
    </>
  );
}

const isHeading = (element: Element | null): boolean => element?.tagName === "H1";

/** Ctrl or ⌘ with A selects the portraits, unless one writes. */
function useSelectAll(selectAll: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "a") return;
    if (!(event.target instanceof HTMLElement) || event.target.closest(".wall") === null) return;
    event.preventDefault();
    selectAll();
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
