import type { IdentityProfile } from "./build-profile.ts";
import { expressionConstants, gateConstants } from "./calibration.ts";
import type { SingleFace } from "./face-observation.ts";
import { isComparable } from "./is-comparable.ts";
import { measured, unmeasurable, type Measurement } from "./measurement.ts";
import { measureGeometry } from "./measure-geometry.ts";
import type { MeasuredWith } from "./measured-with.ts";
import { median } from "./statistics/median.ts";

/** How a portrait's fine detail compares with the person's own selfies. */
export interface SkinTexture {
  /** Detail in units of the selfies' middle: 1 as there, below 1 smoother. */
  readonly ratio: number;
  /** Outside the range of all selfies, or within it; there is no other threshold. */
  readonly band: "smoother-than-every-selfie" | "as-in-selfies" | "rougher-than-every-selfie";
  readonly measuredWith: MeasuredWith;
}

/**
 * Fine detail of the face against the person's own selfies: below all of them stands for retouched skin, or for a
 * blurred picture. Needs three large enough selfies, else `not-comparable`; `too-small` for a small face.
 *
 * @example skinTexture(portrait, profile)
 */
export function skinTexture(observation: SingleFace, profile: IdentityProfile): Measurement<SkinTexture> {
  const { measuredWith, skinSharpness } = profile;
  const middle = median(skinSharpness);
  const enough = skinSharpness.length >= expressionConstants.baselineReferences && middle > 0;
  if (!enough || !isComparable(observation, profile)) return unmeasurable("not-comparable");
  if (measureGeometry(observation.face).interocularPixels < gateConstants.interocularPixels.warn) {
    return unmeasurable("too-small");
  }
  const { sharpness } = observation.face.chip;
  const smoother = sharpness < Math.min(...skinSharpness);
  const rougher = sharpness > Math.max(...skinSharpness);
  return measured({
    ratio: sharpness / middle,
    band: smoother ? "smoother-than-every-selfie" : rougher ? "rougher-than-every-selfie" : "as-in-selfies",
    measuredWith,
  });
}
