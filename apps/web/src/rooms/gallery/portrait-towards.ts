import type { Wall, WallTile } from "./lay-out-wall.ts";

/** Which way one goes on the wall: to the neighbours, to the ends. */
export type Direction = "left" | "right" | "up" | "down" | "first" | "last";

/**
 * The portrait one comes to from another, undefined where the wall ends. Left and right go through all in order; up and
 * down go to what hangs above or below, the nearest where nothing hangs straight.
 */
export function portraitTowards(wall: Wall, fromId: string, direction: Direction): string | undefined {
  const place = wall.places.get(fromId);
  if (place === undefined) return undefined;
  switch (direction) {
    case "left":
      return wall.tiles[place.tile - 1]?.portrait.id;
    case "right":
      return wall.tiles[place.tile + 1]?.portrait.id;
    case "first":
      return wall.tiles[0]?.portrait.id;
    case "last":
      return wall.tiles.at(-1)?.portrait.id;
    case "up":
    case "down":
      return straight(wall, place, direction === "down" ? 1 : -1)?.portrait.id;
  }
}

function straight(
  wall: Wall,
  { tile, row }: { readonly tile: number; readonly row: number },
  sign: 1 | -1,
): WallTile | undefined {
  const from = wall.tiles[tile];
  if (from === undefined) return undefined;
  for (const at of [row, row + sign]) {
    const tiles = wall.rows[at]?.tiles ?? [];
    // Within a row only what begins after this one ends, or ends before it begins, lies below or above it.
    const lying = tiles.filter(
      (one) =>
        at !== row || (sign === 1 ? one.top >= from.top + from.height : one.top + one.height <= from.top),
    );
    const edge = lying.map((one) => (sign === 1 ? one.top : -(one.top + one.height)));
    const nearest = lying.filter((_, index) => edge[index] === Math.min(...edge));
    const found = nearest.toSorted((one, other) => aside(one, from) - aside(other, from))[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How far one tile's middle is from another's, sideways; none when it lies above or below it as a whole. */
function aside(one: WallTile, other: WallTile): number {
  const middle = other.left + other.width / 2;
  if (one.left <= middle && middle <= one.left + one.width) return 0;
  return Math.abs(one.left + one.width / 2 - middle);
}
