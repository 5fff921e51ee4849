import {
  expression,
  likeness,
  skinTexture,
  type IdentityProfile,
  type LikenessBand,
  type SkinTexture,
  type UnmeasurableReason,
} from "@selfsame/likeness";
import type { AnalyzedFile } from "./analyze-files.ts";

/** One picture measured against the references, as `--json` prints it. */
export interface MeasuredPicture {
  readonly file: string;
  readonly measurable: boolean;
  /** Why there is no number. */
  readonly reason?: UnmeasurableReason;
  readonly likeness?: { readonly score: number; readonly raw: number; readonly band: LikenessBand };
  readonly smile?: number;
  readonly fakeSmileRisk?: number;
  readonly naturalness?: number;
  /** Left out where there are fewer than three large references, or the face is small. */
  readonly texture?: Pick<SkinTexture, "ratio" | "band">;
  /** Networks and constants; numbers of different ones are not comparable. Null when the networks did not run. */
  readonly modelVersion: string | null;
}

/**
 * Measures pictures against a person's profile; each has its numbers or the reason why it has none.
 *
 * @example measurePortraits(pictures, profile)[0]?.likeness?.band
 */
export function measurePortraits(
  pictures: readonly AnalyzedFile[],
  profile: IdentityProfile,
): MeasuredPicture[] {
  return pictures.map(({ file, analysis, face }) => {
    const { modelVersion, calibration } = profile.measuredWith;
    const measuredWith = analysis.analyzed ? `${modelVersion} ${calibration}` : null;
    const none = (reason: UnmeasurableReason): MeasuredPicture => ({
      file,
      measurable: false,
      reason,
      modelVersion: measuredWith,
    });
    if (!face.measurable) return none(face.reason);
    const found = likeness(face.value, profile);
    if (!found.measurable) return none(found.reason);
    const seen = expression(face.value, { baseline: profile.baseline });
    if (!seen.measurable) return none(seen.reason);
    const texture = skinTexture(face.value, profile);
    const { score, raw, band } = found.value;
    const { smile, fakeSmileRisk, naturalness } = seen.value;
    return {
      file,
      measurable: true,
      likeness: { score, raw, band },
      smile,
      fakeSmileRisk,
      naturalness,
      ...(texture.measurable ? { texture: { ratio: texture.value.ratio, band: texture.value.band } } : {}),
      modelVersion: measuredWith,
    };
  });
}
