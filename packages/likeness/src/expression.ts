import type { ExpressionBaseline } from "./build-profile.ts";
import {
  calibrations,
  expressionConstants as constants,
  gateConstants,
  smileTargets,
} from "./calibration.ts";
import { clampShare } from "./clamp-share.ts";
import type { SingleFace } from "./face-observation.ts";
import { sameMeasure, type MeasuredWith } from "./measured-with.ts";
import { measured, unmeasurable, type Measurement } from "./measurement.ts";
import { measureGeometry, type FaceGeometry } from "./measure-geometry.ts";
import { happiness, smileIntensity, smileShape } from "./smile-shape.ts";

/** What takes from naturalness. */
export type ExpressionReason = "too-much-smile" | "fake-smile-risk" | "uneven-mouth" | "tense" | "grimace";

/** A face's expression; every number from 0 to 1. */
export interface Expression {
  readonly smile: number;
  readonly teeth: number;
  /** How far the eyes smile too, against the person's own resting eyes; `null` where that cannot be told. */
  readonly duchenne: number | null;
  /** A risk, never a verdict: one still cannot tell a posed smile from a felt one. */
  readonly fakeSmileRisk: number;
  /** How far the smile goes beyond what was asked for. */
  readonly excess: number;
  /** Difference in height of the mouth's corners, in distances between the eyes. */
  readonly asymmetry: number;
  readonly naturalness: number;
  /** What takes from naturalness, the heaviest first; the heaviest alone sets the number. */
  readonly reasons: readonly { readonly code: ExpressionReason; readonly loss: number }[];
  readonly measuredWith: MeasuredWith;
}

/** What an expression is held against. */
export interface ExpressionOptions {
  /** The person at rest, from their profile; without it the mouths of people in general. */
  readonly baseline?: ExpressionBaseline | null;
  /** How much smile was asked for; `natural` unless told. */
  readonly target?: keyof typeof smileTargets;
}

/**
 * Smile, eyes and naturalness of a face. How naturalness weighs its parts is not fitted to people's judgement.
 * `not-comparable` for a baseline made with another model version or of another kind of picture.
 *
 * @example expression(portrait, { baseline: profile.baseline, target: "natural" })
 */
export function expression(
  observation: SingleFace,
  { baseline = null, target = "natural" }: ExpressionOptions = {},
): Measurement<Expression> {
  const { face, depiction, modelVersion } = observation;
  const measuredWith = { modelVersion, calibration: calibrations[depiction].version };
  if (baseline !== null && !sameMeasure(baseline.measuredWith, measuredWith)) {
    return unmeasurable("not-comparable");
  }
  const geometry = measureGeometry(face);
  const shape = smileShape(geometry, baseline ?? undefined);
  const happy = happiness(face);
  const smile = smileIntensity(shape, happy);
  const duchenne = duchenneOf(observation, geometry, baseline);
  const beyond = clampShare((smile - constants.fakeSmileFrom) / (1 - constants.fakeSmileFrom));
  const fakeSmileRisk = beyond * (1 - (duchenne ?? 0.5));
  const excess = clampShare((smile - smileTargets[target]) / (1 - smileTargets[target]));
  const { angry, disgusted, fearful } = face.expression;
  const losses: readonly { code: ExpressionReason; loss: number }[] = [
    { code: "too-much-smile", loss: excess },
    { code: "fake-smile-risk", loss: constants.fakeSmileWeight * fakeSmileRisk },
    {
      code: "uneven-mouth",
      loss: clampShare((geometry.asymmetry - constants.asymmetryFrom) / constants.asymmetrySpan),
    },
    { code: "tense", loss: constants.negativeWeight * Math.max(angry, disgusted, fearful) },
    { code: "grimace", loss: shape > constants.grimaceShape && happy < constants.grimaceHappy ? shape : 0 },
  ];
  const reasons = losses.filter(({ loss }) => loss > 0).toSorted((x, y) => y.loss - x.loss);
  return measured({
    smile,
    teeth: clampShare((geometry.lipParting - constants.teethFrom) / constants.teethSpan),
    duchenne,
    fakeSmileRisk,
    excess,
    asymmetry: geometry.asymmetry,
    naturalness: 1 - (reasons[0]?.loss ?? 0),
    reasons,
    measuredWith,
  });
}

function duchenneOf(
  { face }: SingleFace,
  { eyeAperture, interocularPixels }: FaceGeometry,
  baseline: ExpressionBaseline | null,
): number | null {
  const rest = baseline?.eyeAperture ?? null;
  const lidsShow =
    Math.abs(face.pose.yawDegrees) <= constants.duchenneYawDegrees &&
    interocularPixels >= gateConstants.interocularPixels.warn;
  return rest === null || !lidsShow ? null : clampShare((rest - eyeAperture) / (constants.squintSpan * rest));
}
