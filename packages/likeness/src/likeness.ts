import type { IdentityProfile } from "./build-profile.ts";
import { calibrations, type LikenessCalibration } from "./calibration.ts";
import { clampShare } from "./clamp-share.ts";
import type { SingleFace } from "./face-observation.ts";
import { isComparable } from "./is-comparable.ts";
import type { MeasuredWith } from "./measured-with.ts";
import { measured, unmeasurable, type Measurement } from "./measurement.ts";
import { meanTopHalf } from "./mean-top-half.ts";

/** How a cosine reads in words. */
export type LikenessBand = "not-recognisable" | "weak" | "good" | "copy-suspected";

/** How like the person a face is. */
export interface LikenessScore {
  /** 0: like a stranger; 1: as like as the person's own photographs are to each other. */
  readonly score: number;
  /** The cosine behind it; comparable only within one `measuredWith`. */
  readonly raw: number;
  readonly band: LikenessBand;
  readonly measuredWith: MeasuredWith;
}

/**
 * How like the person of the profile a face is: (raw − stranger) / (self − stranger), held between 0 and 1, so that
 * nothing is gained by being more like a reference than the references are. `not-comparable` for another model
 * version or constants, for a drawing against photographs or the reverse, and for a broken embedding.
 *
 * @example likeness(portrait, profile) // { measurable: true, value: { score: 0.91, raw: 0.94, band: "good", … } }
 */
export function likeness(observation: SingleFace, profile: IdentityProfile): Measurement<LikenessScore> {
  if (!isComparable(observation, profile)) return unmeasurable("not-comparable");
  const calibration = calibrations[profile.depiction];
  const raw = meanTopHalf(observation.face.embedding, profile.embeddings);
  const { stranger } = calibration;
  const score = clampShare((raw - stranger) / (profile.selfSimilarity - stranger));
  // A broken embedding has no cosine, and no number comes of it.
  if (!Number.isFinite(score)) return unmeasurable("not-comparable");
  return measured({ score, raw, band: bandOf(raw, calibration), measuredWith: profile.measuredWith });
}

function bandOf(raw: number, { recognisableFrom, goodFrom, copyAbove }: LikenessCalibration): LikenessBand {
  if (raw < recognisableFrom) return "not-recognisable";
  if (raw < goodFrom) return "weak";
  return copyAbove !== null && raw > copyAbove ? "copy-suspected" : "good";
}
