import { expressionConstants as constants } from "./calibration.ts";
import { clampShare } from "./clamp-share.ts";
import type { FaceObservation } from "./face-observation.ts";
import type { FaceGeometry } from "./measure-geometry.ts";

/** Where a smile of a person begins; a person's own, or that of people in general. */
export interface RestingMouth {
  readonly lift: number;
  readonly mouthWidth: number;
}

const anyonesMouth: RestingMouth = { lift: constants.liftZero, mouthWidth: constants.widthZero };

/**
 * How much a mouth has the shape of a smile, 0 to 1: half from the lifted corners, half from the width, counted
 * from where the mouth rests. Shouts and grimaces have it too: see `smileIntensity`.
 *
 * @example smileShape(measureGeometry(face)) // 0.53
 */
export function smileShape(geometry: FaceGeometry, rest: RestingMouth = anyonesMouth): number {
  return clampShare(
    (0.5 * (geometry.lift - rest.lift)) / constants.liftSpan +
      (0.5 * (geometry.mouthWidth - rest.mouthWidth)) / constants.widthSpan,
  );
}

/**
 * The more convinced of the two networks; each misses happy faces that the other sees.
 *
 * @example happiness(face) // 0.98
 */
export function happiness(face: FaceObservation): number {
  return Math.max(face.expression.happy, face.happyBySecondNetwork);
}

/**
 * The strength of a smile, 0 to 1: the mouth's shape, three tenths of it free and the rest only as far as a
 * network sees a happy face.
 *
 * @example smileIntensity(smileShape(geometry), happiness(face)) // 0.5
 */
export function smileIntensity(shape: number, happy: number): number {
  return shape * (constants.shapeAlone + (1 - constants.shapeAlone) * happy);
}
