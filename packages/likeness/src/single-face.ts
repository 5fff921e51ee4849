import { gateConstants } from "./calibration.ts";
import type { FaceAnalysis } from "./face-analyzer.ts";
import type { Depiction, FaceObservation, SingleFace } from "./face-observation.ts";
import { measured, unmeasurable, type Measurement, type UnmeasurableReason } from "./measurement.ts";
import { measureGeometry } from "./measure-geometry.ts";

const area = ({ box }: FaceObservation): number => box.width * box.height;

/**
 * The faces the detector and the mesh are both sure of, the largest first.
 *
 * @example trueFaces(analysis.faces).length
 */
export function trueFaces(faces: readonly FaceObservation[]): FaceObservation[] {
  return faces
    .filter(
      ({ boxScore, meshScore }) => boxScore >= gateConstants.boxScore && meshScore >= gateConstants.meshScore,
    )
    .toSorted((x, y) => area(y) - area(x));
}

/**
 * Whether others than the largest face count: the second has more than 15 % of its area.
 *
 * @example hasSecondFace(trueFaces(analysis.faces))
 */
export function hasSecondFace([first, second]: readonly FaceObservation[]): boolean {
  return (
    first !== undefined && second !== undefined && area(second) > gateConstants.secondFaceArea * area(first)
  );
}

/**
 * The share of a face's mesh that lies outside the picture, 0 to 1.
 *
 * @example shareOutside(face, { widthPixels: 768, heightPixels: 1024 }) // 0
 */
export function shareOutside(
  { mesh }: Pick<FaceObservation, "mesh">,
  { widthPixels, heightPixels }: { readonly widthPixels: number; readonly heightPixels: number },
): number {
  const outside = mesh.filter(([x, y]) => x < 0 || y < 0 || x > widthPixels || y > heightPixels);
  return outside.length / mesh.length;
}

/** Why nothing was analysed, as far as it matters to who asks: what will pass by itself is `unavailable`. */
function reasonFor(analysis: Extract<FaceAnalysis, { readonly analyzed: false }>): UnmeasurableReason {
  if (analysis.cause === "bad-picture") return "undecodable";
  return analysis.cause === "models-missing" ? "models-missing" : "unavailable";
}

/**
 * The one face of a picture that can be measured. Refused: `undecodable`, `models-missing`, `unavailable`, `no-face`,
 * `several-faces`, `too-small` (eyes less than 40 pixels apart), `profile` (turned by more than 35°), `cut-off` (more
 * than 5 % of the mesh outside the picture).
 *
 * @example singleFace(await analyzer.analyze(picture), "photograph")
 */
export function singleFace(analysis: FaceAnalysis, depiction: Depiction): Measurement<SingleFace> {
  if (!analysis.analyzed) return unmeasurable(reasonFor(analysis));
  const faces = trueFaces(analysis.faces);
  const [face] = faces;
  if (face === undefined) return unmeasurable("no-face");
  if (hasSecondFace(faces)) return unmeasurable("several-faces");
  // Written so that a broken mesh, which has no distance, is refused too.
  if (!(measureGeometry(face).interocularPixels >= gateConstants.interocularPixels.reject)) {
    return unmeasurable("too-small");
  }
  if (Math.abs(face.pose.yawDegrees) > gateConstants.yawDegrees) return unmeasurable("profile");
  if (shareOutside(face, analysis) > gateConstants.cutOffShare) return unmeasurable("cut-off");
  return measured({ face, depiction, modelVersion: analysis.modelVersion });
}
