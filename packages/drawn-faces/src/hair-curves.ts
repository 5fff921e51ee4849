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
  /** Down to which height; above 20 it ends before the ear. */
  readonly end: number;
  /** How far the ends stand out (positive) or turn in (negative). */
  readonly flare: number;
  /** How much of the forehead and temples it covers. */
  readonly cover: number;
}

/** The two halves of hair that fall from a parting, in the turned head. */
export function hairHalves(figure: Figure, fall: HairFall): readonly [HairHalf, HairHalf] {
  return [hairHalf(figure, fall, -1), hairHalf(figure, fall, 1)];
}

function hairHalf({ head }: Figure, fall: HairFall, side: Side): HairHalf {
  const { part, volume, end, flare, cover } = fall;
  const top = head.hairlineY;
  const edge = (y: number, share: number, inward: number): Point => [
    head.faceEdge(side, y) * share - side * inward,
    y,
  ];
  const partX = head.project(part, top, 68)[0];
  const crownX = -16 * head.sine + part * 0.5 * head.cosine;
  const temple = head.project(side * blend(62, 52, cover), top + 30 + cover * 6, 48);
  const inner: Point[] = [
    [partX, top - 2],
    head.project(part * 0.4 + side * 30, top + 8 + cover * 6, 66),
    head.isFar(side) ? clampOut(temple, edge(top + 30, 0.94, 0), side) : temple,
    edge(-34, 0.99, cover * 6),
  ];
  const outer: Point[] = [
    [crownX, head.crownY - volume],
    [head.skullEdge(side, -132, volume) * 0.96 + crownX * 0.04, -132 - volume * 0.4],
    [head.skullEdge(side, -92, volume), -92],
    [head.skullEdge(side, -44, volume), -44],
  ];
  if (end <= 20) {
    inner.push(edge(-14, 0.99, 1), edge(end, 0.99, 0));
    outer.push([head.skullEdge(side, -14, volume * 0.7), -16], [head.faceEdge(side, end) + side * 3, end]);
  } else {
    const middle = blend(14, end, 0.5);
    const width = Math.abs(head.skullEdge(side, -30, volume)) + flare * 0.4;
    inner.push(
      edge(14, 1.0, 3 + cover * 4),
      [head.faceEdge(side, Math.min(60, middle)) * 0.98, middle],
      [side * (56 + Math.min(20, end * 0.06)) + 8 * head.sine, end - 10],
    );
    outer.push(
      [side * (width + 3), 14],
      [side * (width + flare * 0.5 + 2), middle],
      [side * (width * 0.86 + flare), end + 4],
    );
    inner.splice(3, 1, edge(-34, 0.99, 2 + cover * 5));
  }
  return { side, inner, outer };
}

/** The curve between a half's inner and outer edge. */
export function strandAt({ inner, outer }: HairHalf, share: number): Point[] {
  return inner.map((point, index) => between(point, outer[index] ?? point, share));
}

function clampOut(point: Point, edge: Point, side: Side): Point {
  return side * point[0] > side * edge[0] ? edge : point;
}
