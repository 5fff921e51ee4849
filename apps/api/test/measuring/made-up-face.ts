import type { FaceAnalysis, FaceObservation, LandmarkPoint } from "@selfsame/likeness";

/** What a made-up face is told apart by. */
export interface MadeUpFace {
  /** The cosine to every other face with 1, which is the middle of the person. */
  readonly cosine?: number;
  /** Sets faces of the same cosine apart from each other. */
  readonly axis?: number;
  readonly yawDegrees?: number;
  /** How far the mouth's corners are lifted, in distances between the eyes: 0 rests, 0.15 smiles broadly. */
  readonly lift?: number;
  readonly sharpness?: number;
}

export const madeUpModelVersion = "networks-1";

const eyesApartPixels = 100;

/** The points that are measured, in distances between the eyes; the others lie between these. */
const pointsOf = (lift: number): ReadonlyMap<number, readonly [number, number]> =>
  new Map<number, readonly [number, number]>([
    [33, [-0.7, 0]],
    [133, [-0.3, 0]],
    [362, [0.3, 0]],
    [263, [0.7, 0]],
    [61, [-0.4 - lift, 1.1 - lift]],
    [291, [0.4 + lift, 1.1 - lift]],
    [78, [-0.3, 1.1]],
    [308, [0.3, 1.1]],
    ...([160, 158] as const).map((point, side) => [point, [-0.55 + side / 10, -0.06]] as const),
    ...([144, 153] as const).map((point, side) => [point, [-0.55 + side / 10, 0.06]] as const),
    ...([385, 387] as const).map((point, side) => [point, [0.45 + side / 10, -0.06]] as const),
    ...([380, 373] as const).map((point, side) => [point, [0.45 + side / 10, 0.06]] as const),
    ...([82, 13, 312] as const).map((point, side) => [point, [side / 10 - 0.1, 1.08]] as const),
    ...([87, 14, 317] as const).map((point, side) => [point, [side / 10 - 0.1, 1.12]] as const),
  ]);

/** A clear face as the networks would see it, made of a few numbers. */
export function madeUpFace(given: MadeUpFace = {}): FaceObservation {
  const { cosine = 1, axis = 1, yawDegrees = 0, lift = 0, sharpness = 150 } = given;
  const embedding = new Float32Array(128);
  embedding[0] = cosine;
  embedding[axis] = Math.sqrt(1 - cosine * cosine);
  const points = pointsOf(lift);
  const mesh = Array.from({ length: 468 }, (_, index): LandmarkPoint => {
    const [x, y] = points.get(index) ?? [0, 0];
    return [300 + x * eyesApartPixels, 300 + y * eyesApartPixels, 0];
  });
  const isSmiling = lift > 0.05;
  return {
    box: { x: 200, y: 200, width: 200, height: 260 },
    boxScore: 0.9,
    meshScore: 0.95,
    mesh,
    pose: { yawDegrees, pitchDegrees: 0, rollDegrees: 0 },
    embedding,
    expression: {
      happy: isSmiling ? 1 : 0,
      neutral: isSmiling ? 0 : 1,
      sad: 0,
      angry: 0,
      fearful: 0,
      disgusted: 0,
      surprised: 0,
    },
    happyBySecondNetwork: isSmiling ? 1 : 0,
    chip: { sharpness, meanLuma: 120, clippedShare: 0, lightAsymmetry: 0.1 },
  };
}

/** An analysis of a picture that holds these faces. */
export function analysisOf(...faces: FaceObservation[]): FaceAnalysis {
  return { analyzed: true, faces, modelVersion: madeUpModelVersion, widthPixels: 600, heightPixels: 800 };
}
