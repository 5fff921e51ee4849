import type { FaceObservation, LandmarkPoint, SingleFace } from "../src/face-observation.ts";
import type { FaceAnalysis } from "../src/face-analyzer.ts";

/** The mouth and eyes of a made-up face, in distances between the eyes. */
export interface FaceShape {
  readonly lift?: number;
  readonly mouthWidth?: number;
  readonly parting?: number;
  readonly aperture?: number;
  readonly unevenness?: number;
  readonly interocularPixels?: number;
}

/** A mesh of 468 points whose mouth and eyes measure exactly as asked; the rest lies between the eyes. */
export function makeMesh(shape: FaceShape = {}): LandmarkPoint[] {
  const { lift = 0, mouthWidth = 0.8, parting = 0.07, aperture = 0.3 } = shape;
  const { unevenness = 0, interocularPixels = 100 } = shape;
  const inner = 0.6;
  const mouthY = 1.1;
  const lidGap = aperture * 0.4;
  const lipGap = parting * inner;
  const points = new Map<number, readonly [number, number]>([
    [33, [-0.7, 0]],
    [133, [-0.3, 0]],
    [362, [0.3, 0]],
    [263, [0.7, 0]],
    [61, [-mouthWidth / 2, mouthY - lift - unevenness / 2]],
    [291, [mouthWidth / 2, mouthY - lift + unevenness / 2]],
    [78, [-inner / 2, mouthY]],
    [308, [inner / 2, mouthY]],
  ]);
  for (const [upper, lower, x] of [
    [160, 144, -0.55],
    [158, 153, -0.45],
    [385, 380, 0.45],
    [387, 373, 0.55],
  ] as const) {
    points.set(upper, [x, -lidGap / 2]).set(lower, [x, lidGap / 2]);
  }
  for (const [upper, lower, x] of [
    [82, 87, -0.1],
    [13, 14, 0],
    [312, 317, 0.1],
  ] as const) {
    points.set(upper, [x, mouthY - lipGap / 2]).set(lower, [x, mouthY + lipGap / 2]);
  }
  return Array.from({ length: 468 }, (_, index) => {
    const [x, y] = points.get(index) ?? [0, 0];
    return [300 + x * interocularPixels, 300 + y * interocularPixels, 0] as const;
  });
}

/** An embedding of 128 numbers whose cosine to `[1, 0, 0, …]` is the given one; `axis` sets the rest apart. */
export function embeddingAt(cosine: number, axis = 1): Float32Array {
  const embedding = new Float32Array(128);
  embedding[0] = cosine;
  embedding[axis] = Math.sqrt(1 - cosine * cosine);
  return embedding;
}

/** A clear, frontal, calm face, with the parts that a test changes. */
export function makeFace(changes: Partial<FaceObservation> = {}, shape: FaceShape = {}): FaceObservation {
  return {
    box: { x: 200, y: 200, width: 200, height: 260 },
    boxScore: 0.9,
    meshScore: 0.95,
    mesh: makeMesh(shape),
    pose: { yawDegrees: 0, pitchDegrees: 0, rollDegrees: 0 },
    embedding: embeddingAt(1),
    expression: { happy: 0, neutral: 1, sad: 0, angry: 0, fearful: 0, disgusted: 0, surprised: 0 },
    happyBySecondNetwork: 0,
    chip: { sharpness: 150, meanLuma: 120, clippedShare: 0, lightAsymmetry: 0.1 },
    ...changes,
  };
}

/** The same as the single face of a photograph. */
export function makeSingle(changes: Partial<FaceObservation> = {}, shape: FaceShape = {}): SingleFace {
  return { face: makeFace(changes, shape), depiction: "photograph", modelVersion: "networks-1" };
}

/** An analysis of a picture of 600 × 800 pixels that holds these faces. */
export function analysisOf(...faces: FaceObservation[]): FaceAnalysis {
  return { analyzed: true, faces, modelVersion: "networks-1", widthPixels: 600, heightPixels: 800 };
}
