import type { IdentityProfile } from "./build-profile.ts";
import { calibrations } from "./calibration.ts";
import type { SingleFace } from "./face-observation.ts";
import { sameMeasure } from "./measured-with.ts";

/**
 * Whether a face may be held against a profile: both photographs or both drawn, seen by the same networks, and the
 * profile made with the constants of today.
 *
 * @example isComparable(portrait, profile)
 */
export function isComparable({ depiction, modelVersion }: SingleFace, profile: IdentityProfile): boolean {
  const measuredWith = { modelVersion, calibration: calibrations[depiction].version };
  return depiction === profile.depiction && sameMeasure(measuredWith, profile.measuredWith);
}
