import type { Figure } from "./figure.ts";
import type { Side } from "./head-shape.ts";
import { between, blend, type Point } from "./svg-sheet.ts";

/** How one half of the hair lies: a curve along the face, one along the outside, with the same number of points. */
export interface HairHalf {
  readonly side: Side;
  readonly inner: readonly Point[];
  readonly outer: readonly Point[];
}

/** How a style falls from the parting. */
export interface HairFall {
  /** Where the hair parts, in head units; 0 is the middle. */
  readonly part: number;
  /** How far it stands off the skull. */
  readonly volume: number;
  /** Down to which height; up to 30 it ends before the ear. */
  readonly end: number;
  /** How far the ends stand out (positive) or turn in (negative). */
  readonly flare: number;
  /** How much of the forehead and temples it covers. */
  readonly cover: number;
}

/** The two halves of hair that fall from a parting, in the turned head. */
export function hairHalves(figure: Figure, fall: HairFall): readonly [left: HairHalf, right: HairHalf] {
  return [hairHalf(figure, fall, -1), hairHalf(figure, fall, 1)];
}

function hairHalf({ head }: Figure, fall: HairFall, side: Side): HairHalf {
  const { part, volume, end, flare, cover } = fall;
  const top = head.hairlineY;
  const edge = (y: number, inward: number): Point => [head.faceEdge(side, y) - side * inward, y];
  const within = (point: Point): Point => {
    const limit = head.faceEdge(side, point[1]);
    return side * point[0] > side * limit ? [limit, point[1]] : point;
  };
  const partX = head.project(part, top, 68)[0];
  const crown = head.skullAt(side, 0, volume);
  const offset = part * 0.62 * head.cosine;
  const inner: Point[] = [
    [partX, top - 2],
    within(head.project(blend(part, side * 34, 0.62), top + 3 + cover * 5, 66)),
    within(head.project(side * blend(58, 48, cover), top + 20 + cover * 8, 54)),
    within(head.project(side * blend(74, 66, cover), -46 + cover * 4, 28)),
  ];
  const outer: Point[] = [
    [crown[0] + offset, crown[1]],
    shifted(head.skullAt(side, 24, volume), offset * 0.5),
    head.skullAt(side, 50, volume),
    head.skullAt(side, 74, volume),
  ];
  if (end <= 30) {
    inner.push(edge(-22, 1), edge(end, 0.5));
    outer.push(
      [head.skullEdge(side, -18, volume * 0.75), -18],
      [head.faceEdge(side, end) + side * 5, end + 2],
    );
    return { side, inner, outer };
  }
  const middle = -16 * head.sine;
  const width = Math.abs(head.skullEdge(side, -30, volume) - middle);
  const lean = 8 * head.sine;
  const along = (share: number): number => blend(6, end, share);
  const long = Math.min(1, Math.max(0, (end - 120) / 120));
  inner.push(
    edge(6, 2 + cover * 5),
    [head.faceEdge(side, Math.min(70, along(0.36))) * 0.99 - side * cover * 3, along(0.36)],
    [side * blend(66, 54, long) + lean, along(0.7)],
    [side * blend(64, 50, long) + lean + side * flare * 0.4, end - 6],
  );
  outer.push(
    [middle + side * width, 6],
    [middle + side * blend(width + flare * 0.4, width * 0.98, long), along(0.36)],
    [middle * 0.7 + side * blend(width + flare * 0.8, width * 0.97, long), along(0.7)],
    [middle * 0.5 + side * (width * 0.9 + flare), end + 2],
  );
  return { side, inner, outer };
}

/** The curve between a half's inner and outer edge. */
export function strandAt({ inner, outer }: HairHalf, share: number): Point[] {
  return inner.map((point, index) => between(point, outer[index] ?? point, share));
}

function shifted([x, y]: Point, by: number): Point {
  return [x + by, y];
}
