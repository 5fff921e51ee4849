import { Link } from "@tanstack/react-router";
import { memo, type MouseEvent } from "react";

import { Frame } from "../../parts/frame.tsx";
import { imageAddress, imageSourceSet } from "../../parts/image-address.ts";
import { pictureFit } from "../../parts/picture-fit.ts";
import type { GallerySearch } from "../../routes/search.ts";
import type { PortraitView } from "../../views/views.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { judgementOf } from "./judgement-of.ts";
import type { WallTile } from "./lay-out-wall.ts";
import "./gallery-portrait.css";

/** What a press on a portrait does; the same functions for the life of the wall, so that tiles are drawn once. */
export interface TileActs {
  /** @returns whether the press was taken: it selects instead of opening */
  readonly press: (portraitId: string, event: MouseEvent) => boolean;
  readonly toggle: (portraitId: string) => void;
  readonly keep: (portrait: PortraitView) => void;
  readonly focus: (portraitId: string) => void;
}

interface GalleryPortraitProps {
  readonly tile: WallTile;
  /** Pixels from the row's upper edge. */
  readonly top: number;
  readonly column: number;
  readonly search: GallerySearch;
  readonly acts: TileActs;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isSelecting: boolean;
}

/** The id of the element that has a portrait's focus. */
export const tileElementId = (portraitId: string): string => `portrait-${portraitId}`;

/** One portrait on the wall, with the marks that it is kept and selected, which are also the ways to do so. */
export const GalleryPortrait = memo(function GalleryPortrait(props: GalleryPortraitProps) {
  const { tile, top, column, search, acts, isCurrent, isSelected, isSelecting } = props;
  const { portrait, large } = tile;
  const gallery = useGalleryWords();
  const measuring = useMeasuringWords();
  const judgement =
    search.order === undefined || portrait.score?.state !== "scored"
      ? undefined
      : judgementOf({ gallery, measuring }, search.order, portrait.score);
  const name = portrait.kept ? gallery.keptAlt(portrait.brief) : portrait.brief;
  const reach = isCurrent ? 0 : -1;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- placed by pixels, which no table cell is
      role="gridcell"
      aria-colindex={column}
      aria-selected={isSelecting ? isSelected : undefined}
      className="tile"
      data-portrait={portrait.id}
      data-judged={judgement === undefined ? undefined : ""}
      data-selecting={isSelecting ? "" : undefined}
      style={{ left: tile.left, top, width: tile.width }}
    >
      <Link
        id={tileElementId(portrait.id)}
        to="/gallery/$portraitId"
        params={{ portraitId: portrait.id }}
        search={search}
        tabIndex={reach}
        draggable={false}
        onFocus={() => acts.focus(portrait.id)}
        onClick={(event) => {
          if (acts.press(portrait.id, event)) event.preventDefault();
        }}
      >
        <Frame
          placeholderHash={portrait.placeholderHash}
          simulated={portrait.simulated}
          picture={{
            address: imageAddress("portraits", portrait.id, large ? 960 : 480),
            sourceSet: imageSourceSet("portraits", portrait),
            sizes: `${Math.ceil(tile.width)}px`,
            alt: judgement === undefined ? name : gallery.byScore.alt(name, judgement.words),
            fit: pictureFit(portrait.width, portrait.height),
          }}
        />
        {judgement !== undefined && (
          <span className="tile-judgement" data-tone={judgement.tone} aria-hidden="true">
            {judgement.words}
          </span>
        )}
      </Link>
      <button
        type="button"
        className="select-mark"
        tabIndex={reach}
        aria-pressed={isSelected}
        onClick={() => acts.toggle(portrait.id)}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 6.500 5 9.500 10 3" />
        </svg>
        <span className="unseen">{gallery.selectOne(portrait.brief)}</span>
      </button>
      <button
        type="button"
        className="keep-mark"
        tabIndex={reach}
        aria-pressed={portrait.kept}
        onClick={() => acts.keep(portrait)}
      >
        {portrait.kept ? gallery.keptMark : gallery.keep} <span className="unseen">{portrait.brief}</span>
      </button>
    </div>
  );
});
