import type { RgbPicture } from "../face-analyzer.ts";
import type { ExpressionProbabilities, FaceObservation, LandmarkPoint } from "../face-observation.ts";
import { alignChip, chipSizePixels } from "./align-chip.ts";
import { chipFigures } from "./chip-figures.ts";
import type { Networks } from "./load-networks.ts";
import type { HumanFace } from "./network-libraries.ts";
import { suppressGhosts } from "./suppress-ghosts.ts";

/**
 * Every face in a picture as the networks see it, the surest first. One picture at a time. Throws when a network
 * fails; all tensors are given back either way.
 *
 * @example const faces = await observeFaces(networks, picture)
 */
export async function observeFaces(networks: Networks, picture: RgbPicture): Promise<FaceObservation[]> {
  const { tensorflow, human } = networks;
  const side = Math.max(picture.widthPixels, picture.heightPixels);
  const input = tensorflow.tensor4d(paddedToSquare(picture, side), [1, side, side, 3]);
  try {
    const { face: found, error } = await human.detect(input);
    if (error) throw new Error(error);
    const faces: FaceObservation[] = [];
    for (const each of suppressGhosts(found.map((face) => ({ face, ...boxOf(face) })))) {
      const face = await observeFace(networks, picture, each.face);
      if (face !== null) faces.push(face);
    }
    return faces;
  } finally {
    input.dispose();
  }
}

/**
 * The picture in the upper left of a black square, so that its points stay where they are. The detector squeezes what
 * it is given into a square: a tall photograph loses its faces (0.60 for one that reaches 0.93 when padded).
 */
function paddedToSquare({ data, widthPixels, heightPixels }: RgbPicture, side: number): Float32Array {
  const square = new Float32Array(side * side * 3);
  for (let row = 0; row < heightPixels; row += 1) {
    square.set(data.subarray(row * widthPixels * 3, (row + 1) * widthPixels * 3), row * side * 3);
  }
  return square;
}

async function observeFace(
  { tensorflow, faceApi }: Networks,
  picture: RgbPicture,
  face: HumanFace,
): Promise<FaceObservation | null> {
  const mesh = face.mesh.map(([x, y, z]): LandmarkPoint => [x, y, z ?? 0]);
  const chip = alignChip(picture, mesh);
  const angle = face.rotation?.angle;
  if (chip === null || angle === undefined) return null;
  const input = tensorflow.tensor4d(chip, [1, chipSizePixels, chipSizePixels, 3]);
  try {
    const embedding = await faceApi.nets.faceRecognitionNet.computeFaceDescriptor(input);
    const expressions = await faceApi.nets.faceExpressionNet.predictExpressions(input);
    return {
      ...boxOf(face),
      meshScore: face.faceScore,
      mesh,
      pose: {
        yawDegrees: inDegrees(angle.yaw),
        pitchDegrees: inDegrees(angle.pitch),
        rollDegrees: inDegrees(angle.roll),
      },
      // A copy of its own: the network's answer may be a view into the heap of WebAssembly.
      embedding: Float32Array.from(embedding),
      expression: probabilitiesOf(expressions),
      happyBySecondNetwork: face.emotion?.find(({ emotion }) => emotion === "happy")?.score ?? 0,
      chip: chipFigures(chip),
    };
  } finally {
    input.dispose();
  }
}

function boxOf({
  box: [x, y, width, height],
  boxScore,
}: HumanFace): Pick<FaceObservation, "box" | "boxScore"> {
  return { box: { x, y, width, height }, boxScore };
}

function inDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function probabilitiesOf(expressions: Readonly<Record<string, number>>): ExpressionProbabilities {
  const {
    happy = 0,
    neutral = 0,
    sad = 0,
    angry = 0,
    fearful = 0,
    disgusted = 0,
    surprised = 0,
  } = expressions;
  return { happy, neutral, sad, angry, fearful, disgusted, surprised };
}
