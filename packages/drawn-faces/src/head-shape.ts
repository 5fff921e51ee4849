import type { Identity } from "./identity.ts";
import type { Scene } from "./scene.ts";
import { blend, smoothPath, type Point } from "./svg-sheet.ts";

/** Left or right half of the picture. */
export type Side = -1 | 1;

/**
 * One head, turned: x to the right, y down, z towards the viewer, the origin between the eyes' height and the
 * middle of the skull, one unit about a millimetre.
 */
export interface HeadShape {
  readonly sine: number;
  readonly cosine: number;
  /** A place on the head, turned and seen from the front. */
  project(x: number, y: number, z: number): Point;
  /** How far the skin reaches at a height, on one side of the picture. */
  faceEdge(side: Side, y: number): number;
  /** How far a skull with that much hair on it reaches at a height. */
  skullEdge(side: Side, y: number, hair: number): number;
  /** A place on that skull's outline, by degrees from its crown. */
  skullAt(side: Side, degrees: number, hair: number): Point;
  /** Whether this half of the face is turned away; false for both when looking straight ahead. */
  isFar(side: Side): boolean;
  /** The outline of the face from crown to chin. */
  readonly outline: string;
  readonly chinY: number;
  readonly hairlineY: number;
  readonly crownY: number;
}

interface Slice {
  readonly y: number;
  /** Half the width seen from the front. */
  readonly halfWidth: number;
  /** How far the cheek bulges forward of the slice's middle. */
  readonly depth: number;
  readonly middleZ: number;
}

/** The largest turn in radians, at a scene's turn of 1. */
const largestTurn = (34 * Math.PI) / 180;

/** Builds the head of an identity as a scene turns it. */
export function headShape(identity: Identity, scene: Scene): HeadShape {
  const angle = scene.turn * largestTurn;
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const slices = slicesOf(identity, scene);
  const chinY = slices.at(-1)?.y ?? 130;
  const crownY = -150;

  const isFar = (side: Side): boolean => side * sine > 0.02;
  const reach = (slice: Slice, side: Side): number => {
    const bulge = side * sine > 0 ? slice.depth * sine : 0;
    return slice.middleZ * sine + side * Math.hypot(slice.halfWidth * cosine, bulge);
  };
  const faceEdge = (side: Side, y: number): number => {
    const below = slices.findIndex((slice) => slice.y >= y);
    const [upper, lower] = [slices[Math.max(0, below - 1)], slices[below === -1 ? slices.length - 1 : below]];
    if (!upper || !lower) return 0;
    const share = lower.y === upper.y ? 0 : (y - upper.y) / (lower.y - upper.y);
    return blend(reach(upper, side), reach(lower, side), Math.min(1, Math.max(0, share)));
  };
  const skullEdge = (side: Side, y: number, hair: number): number => {
    const radius = Math.hypot((91 + hair) * cosine, (104 + hair) * sine);
    const height = Math.min(1, Math.abs(y + 36) / (114 + hair));
    return -16 * sine + side * radius * (1 - height ** 2.35) ** 0.5;
  };
  const skullAt = (side: Side, degrees: number, hair: number): Point => {
    const fromCrown = (degrees * Math.PI) / 180;
    const radius = Math.hypot((91 + hair) * cosine, (104 + hair) * sine);
    const rise = (114 + hair) * Math.cos(fromCrown) ** 0.92;
    return [-16 * sine + side * radius * Math.sin(fromCrown) ** 0.86, -36 - rise];
  };
  const half = (side: Side): Point[] =>
    slices.slice(0, -1).map((slice): Point => [reach(slice, side), slice.y]);
  const chin: Point = [(slices.at(-1)?.middleZ ?? 70) * sine, chinY];
  return {
    sine,
    cosine,
    project: (x, y, z) => [x * cosine + z * sine, y],
    faceEdge,
    skullEdge,
    skullAt,
    isFar,
    outline: smoothPath([...half(1), chin, ...half(-1).toReversed()], true),
    chinY,
    hairlineY: blend(-86, -102, identity.face.forehead) - 9 * identity.age * (1 - identity.softness),
    crownY,
  };
}

function slicesOf({ face, jaw, softness, age }: Identity, scene: Scene): Slice[] {
  const wide = blend(0.91, 1.08, face.width);
  const long = blend(-8, 10, face.length);
  const cheekbone = blend(-3.5, 4, face.cheekbones) + 2.2 * scene.smile;
  const cheek = blend(-5, 6, face.fullness) + 2.5 * scene.smile;
  const corner = blend(-7, 7, jaw.width) + blend(5, -4, softness);
  const square = blend(-4, 5, jaw.squareness);
  const chin = blend(-6, 7, jaw.chin) + blend(3, -3, softness);
  const sag = 3 * Math.max(0, age - 0.5);
  const drop = long + 5 * scene.mouthOpen;
  const slice = (y: number, halfWidth: number, depth: number, middleZ: number): Slice => ({
    y,
    halfWidth: halfWidth * wide,
    depth,
    middleZ,
  });
  return [
    slice(-136, 30, 56, 0),
    slice(-118, 56, 66, 2),
    slice(-84, 76, 74, 5),
    slice(-44, 82, 72, 8),
    slice(-8, 82 + cheekbone * 0.4, 62, 9),
    slice(20, 81 + cheekbone, 70, 8),
    slice(50 + long * 0.4, 74 + cheek + corner * 0.3, 72, 9),
    slice(79 + drop * 0.7 + square, 61 + corner + cheek * 0.4 + sag, 73, 12),
    slice(105 + drop, 44.5 + corner * 0.5 + chin * 0.7 + sag, 72, 18),
    slice(122.5 + drop, 26.5 + chin, 62, 30),
    slice(130 + drop, 0, 0, 74),
  ];
}
