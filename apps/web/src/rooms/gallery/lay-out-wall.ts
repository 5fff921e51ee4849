import type { PortraitView } from "../../views/views.ts";
import type { GalleryChapter } from "./hang-by-day.ts";

/** The sizes a wall is laid out by, in pixels. */
export interface WallMeasures {
  /** Of the place the pictures hang in, beside the margin. */
  readonly width: number;
  /** Two pictures beside each other instead of four, and the day's name above them instead of in the margin. */
  readonly narrow: boolean;
  /** Of a day's name and what is said below it. */
  readonly headHeight: number;
  /** Of what is said below each picture; 0 where nothing is. */
  readonly captionHeight: number;
}

/** A portrait's place, in pixels from its day's upper left corner. */
export interface WallTile {
  readonly portrait: PortraitView;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly large: boolean;
}

/** Tiles that come into view together; `start` and `size` are pixels of the whole wall, without a hole between rows. */
export interface WallRow {
  readonly dayIndex: number;
  /** Its number within its day, from 1. */
  readonly number: number;
  readonly start: number;
  readonly size: number;
  readonly tiles: readonly WallTile[];
}

/** A day's place on the wall. */
export interface WallDay {
  readonly day: GalleryChapter;
  readonly start: number;
  readonly size: number;
  readonly rowCount: number;
}

/** A whole wall: every portrait has its place, whether it is drawn or not. */
export interface Wall {
  readonly days: readonly WallDay[];
  readonly rows: readonly WallRow[];
  /** All tiles in the order they are gone through. */
  readonly tiles: readonly WallTile[];
  /** By a portrait's id: which tile, and in which row. */
  readonly places: ReadonlyMap<string, { readonly tile: number; readonly row: number }>;
  readonly height: number;
}

const heightOfWidth = 4 / 3;
const wideSpace = { gap: 16, above: 40, below: 56 };
const narrowSpace = { gap: 8, above: 24, below: 40 };
const headGap = 16;

/**
 * Gives every portrait its place: days below each other, few pictures larger, many in rows, a kept one over two rows.
 * Every frame is 3:4, so that all is known before a picture is loaded and nothing moves afterwards.
 */
export function layOutWall(days: readonly GalleryChapter[], measures: WallMeasures): Wall {
  const { gap, above, below } = measures.narrow ? narrowSpace : wideSpace;
  const rows: WallRow[] = [];
  const tiles: WallTile[] = [];
  const places = new Map<string, { tile: number; row: number }>();
  const wallDays: WallDay[] = [];
  let start = 0;
  for (const [dayIndex, day] of days.entries()) {
    const head = measures.narrow ? measures.headHeight + headGap : 0;
    const blocks = blocksOf(day, measures, gap);
    let top = above + head;
    for (const [at, block] of blocks.entries()) {
      const isFirst = at === 0;
      const isLast = at === blocks.length - 1;
      const before = isFirst ? top : gap;
      const rowTop = isFirst ? top : top + gap;
      for (const placed of block.tiles) {
        places.set(placed.portrait.id, { tile: tiles.length, row: rows.length });
        tiles.push({ ...placed, top: placed.top + rowTop });
      }
      const short =
        measures.narrow || !isLast ? 0 : Math.max(0, measures.headHeight - rowTop + above - block.height);
      const after = isLast ? below + short : 0;
      rows.push({
        dayIndex,
        number: at + 1,
        start: start + rowTop - before,
        size: before + block.height + after,
        tiles: tiles.slice(tiles.length - block.tiles.length),
      });
      top = rowTop + block.height + after;
    }
    wallDays.push({ day, start, size: top, rowCount: blocks.length });
    start += top;
  }
  return { days: wallDays, rows, tiles, places, height: start };
}

interface Block {
  readonly height: number;
  readonly tiles: readonly WallTile[];
}

/** One day's portraits in blocks that lie below each other; tops are within the block. */
function blocksOf(day: GalleryChapter, { width, narrow, captionHeight }: WallMeasures, gap: number): Block[] {
  const count = day.portraits.length;
  const firstOfThree = narrow && count === 3 ? day.portraits[0]?.id : undefined;
  const largeId = day.largeId ?? firstOfThree;
  const large = day.portraits.find(({ id }) => id === largeId);
  const others = day.portraits.filter(({ id }) => id !== largeId);
  const columns = columnsOf(count, day.largeId !== null, narrow);
  const tile = (width - gap * (columns - 1)) / columns;
  const height = tile * heightOfWidth;
  const rowOf = (portraits: readonly PortraitView[], left: number, top: number): WallTile[] =>
    portraits.map((portrait, at) => ({
      portrait,
      left: left + at * (tile + gap),
      top,
      width: tile,
      height,
      large: false,
    }));

  const blocks: Block[] = [];
  let rest = others;
  if (large !== undefined) {
    const largeWidth = narrow ? width : 2 * tile + gap;
    const largeHeight = largeWidth * heightOfWidth;
    const beside = narrow ? [] : others.slice(0, 4);
    rest = others.slice(beside.length);
    const left = largeWidth + gap;
    blocks.push({
      height: largeHeight + captionHeight,
      tiles: [
        { portrait: large, left: 0, top: 0, width: largeWidth, height: largeHeight, large: true },
        ...rowOf(beside.slice(0, 2), left, 0),
        ...rowOf(beside.slice(2), left, largeHeight - height),
      ],
    });
  }
  for (let at = 0; at < rest.length; at += columns)
    blocks.push({ height: height + captionHeight, tiles: rowOf(rest.slice(at, at + columns), 0, 0) });
  return blocks;
}

function columnsOf(count: number, hasLarge: boolean, narrow: boolean): number {
  if (narrow) return count === 1 ? 1 : 2;
  if (hasLarge || count > 3) return 4;
  return count === 3 ? 3 : 2;
}
