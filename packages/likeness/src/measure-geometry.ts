import type { FaceObservation, LandmarkPoint } from "./face-observation.ts";

/** What a mesh says, in units of the distance between the eyes and free of the head's roll. */
export interface FaceGeometry {
  readonly interocularPixels: number;
  /** How far the corners of the mouth stand above its middle. */
  readonly lift: number;
  readonly mouthWidth: number;
  /** How far the lips are apart, in mouth widths between the inner corners. */
  readonly lipParting: number;
  /** Height of the eyes over their width, the mean of both. */
  readonly eyeAperture: number;
  /** Difference in height of the two corners of the mouth. */
  readonly asymmetry: number;
}

type Pair = readonly [number, number];

/** MediaPipe FaceMesh's numbers for the points. */
const eyeCorners: readonly [Pair, Pair] = [
  [33, 133],
  [362, 263],
];
const eyeLids: readonly [readonly [Pair, Pair], readonly [Pair, Pair]] = [
  [
    [160, 144],
    [158, 153],
  ],
  [
    [385, 380],
    [387, 373],
  ],
];
const mouthCorners: Pair = [61, 291];
const innerCorners: Pair = [78, 308];
const innerLips: readonly Pair[] = [
  [82, 87],
  [13, 14],
  [312, 317],
];

/**
 * The mouth and the eyes of a mesh, turned so that the line of the eyes is level. Scale, place, roll and mirroring
 * change nothing. The eye's aperture is the usual ratio of two lid distances to the width.
 *
 * @example measureGeometry(face).lift // 0.12
 */
export function measureGeometry({ mesh }: Pick<FaceObservation, "mesh">): FaceGeometry {
  const at = (index: number): LandmarkPoint => mesh[index] ?? [Number.NaN, Number.NaN, Number.NaN];
  const middle = ([first, second]: Pair): readonly [number, number] => [
    (at(first)[0] + at(second)[0]) / 2,
    (at(first)[1] + at(second)[1]) / 2,
  ];
  const distance = ([first, second]: Pair): number =>
    Math.hypot(at(first)[0] - at(second)[0], at(first)[1] - at(second)[1]);

  const [left, right] = [middle(eyeCorners[0]), middle(eyeCorners[1])];
  const across = [right[0] - left[0], right[1] - left[1]] as const;
  const interocularPixels = Math.hypot(...across);
  const heightOf = ([x, y]: readonly [number, number]): number =>
    (y * across[0] - x * across[1]) / interocularPixels ** 2;
  const pointHeight = (index: number): number => heightOf([at(index)[0], at(index)[1]]);

  const apertures = eyeCorners.map((corners, side) => {
    const lids = eyeLids[side] ?? [];
    return lids.reduce((sum, pair) => sum + distance(pair), 0) / lids.length / distance(corners);
  });
  const partings = innerLips.reduce((sum, pair) => sum + distance(pair), 0) / innerLips.length;
  return {
    interocularPixels,
    lift: heightOf(middle([13, 14])) - heightOf(middle(mouthCorners)),
    mouthWidth: distance(mouthCorners) / interocularPixels,
    lipParting: partings / distance(innerCorners),
    eyeAperture: apertures.reduce((sum, aperture) => sum + aperture, 0) / apertures.length,
    asymmetry: Math.abs(pointHeight(mouthCorners[0]) - pointHeight(mouthCorners[1])),
  };
}
