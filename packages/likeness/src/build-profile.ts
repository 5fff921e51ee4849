import { calibrations, expressionConstants, gateConstants } from "./calibration.ts";
import { eachAgainstTheOthers } from "./each-against-the-others.ts";
import type { Depiction, SingleFace } from "./face-observation.ts";
import type { MeasuredWith } from "./measured-with.ts";
import { measureGeometry } from "./measure-geometry.ts";
import { smileShape, type RestingMouth } from "./smile-shape.ts";
import { median } from "./statistics/median.ts";

/** A person's face at rest, from at least three calm references. */
export interface ExpressionBaseline extends RestingMouth {
  readonly measuredWith: MeasuredWith;
  /** `null` when no calm reference is frontal and large enough to read the lids. */
  readonly eyeAperture: number | null;
}

/** What is known of one person's face. Biometric data: never leaves the server, encrypted at rest. */
export interface IdentityProfile {
  readonly depiction: Depiction;
  readonly measuredWith: MeasuredWith;
  readonly embeddings: readonly Float32Array[];
  /** How like each other the references are: what a score of 1 stands for. */
  readonly selfSimilarity: number;
  readonly baseline: ExpressionBaseline | null;
  /** Sharpness of each reference large enough to show skin, for `skinTexture`. */
  readonly skinSharpness: readonly number[];
}

/** A profile, or why the references make none. */
export type ProfileResult =
  | { readonly built: true; readonly profile: IdentityProfile }
  | { readonly built: false; readonly reason: "no-references" | "mixed-depictions" | "mixed-model-versions" };

/**
 * The profile of the person in the references; their order does not matter. The references decide the
 * calibration: photographs or drawings, never both.
 *
 * @example buildProfile(selfies)
 */
export function buildProfile(references: readonly SingleFace[]): ProfileResult {
  const [first] = references;
  if (first === undefined) return { built: false, reason: "no-references" };
  const { depiction, modelVersion } = first;
  if (references.some((reference) => reference.depiction !== depiction)) {
    return { built: false, reason: "mixed-depictions" };
  }
  if (references.some((reference) => reference.modelVersion !== modelVersion)) {
    return { built: false, reason: "mixed-model-versions" };
  }
  const measuredWith = { modelVersion, calibration: calibrations[depiction].version };
  const embeddings = references.map(({ face }) => face.embedding);
  const skinSharpness = references.filter(showsDetail).map(({ face }) => face.chip.sharpness);
  return {
    built: true,
    profile: {
      depiction,
      measuredWith,
      embeddings,
      selfSimilarity: selfSimilarityOf(embeddings, depiction),
      baseline: baselineOf(references, measuredWith),
      skinSharpness,
    },
  };
}

function showsDetail({ face }: SingleFace): boolean {
  return measureGeometry(face).interocularPixels >= gateConstants.interocularPixels.warn;
}

/** Each reference against the others, the middle of these, within the bounds of the calibration. */
function selfSimilarityOf(embeddings: readonly Float32Array[], depiction: Depiction): number {
  const { selfDefault, selfRange } = calibrations[depiction];
  const each = eachAgainstTheOthers(embeddings);
  if (each.length === 0) return selfDefault;
  return Math.min(selfRange[1], Math.max(selfRange[0], median(each)));
}

function baselineOf(
  references: readonly SingleFace[],
  measuredWith: MeasuredWith,
): ExpressionBaseline | null {
  const calm = references
    .map((reference) => ({ reference, geometry: measureGeometry(reference.face) }))
    .filter(
      ({ reference, geometry }) =>
        Math.abs(reference.face.pose.yawDegrees) < expressionConstants.baselineYawDegrees &&
        smileShape(geometry) <= expressionConstants.neutralSmile,
    );
  if (calm.length < expressionConstants.baselineReferences) return null;
  const eyes = calm.filter(
    ({ reference }) =>
      showsDetail(reference) &&
      Math.abs(reference.face.pose.yawDegrees) <= expressionConstants.duchenneYawDegrees,
  );
  return {
    measuredWith,
    lift: median(calm.map(({ geometry }) => geometry.lift)),
    mouthWidth: median(calm.map(({ geometry }) => geometry.mouthWidth)),
    eyeAperture: eyes.length === 0 ? null : median(eyes.map(({ geometry }) => geometry.eyeAperture)),
  };
}
