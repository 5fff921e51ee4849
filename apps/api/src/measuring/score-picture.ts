import {
  buildProfile,
  calibrations,
  type Depiction,
  expression,
  type IdentityProfile,
  likeness,
  ownRange,
  singleFace,
  type SingleFace,
  skinTexture,
  type smileTargets,
} from "@selfsame/likeness";
import type { SeenPicture } from "./faces.ts";
import type { PortraitScoreRow } from "./portrait-score.store.ts";
import type { UnscoredReason } from "./unscored-reason.ts";

/** Everything that is measured of a portrait, as it is stored. */
export type PortraitFigures = Omit<PortraitScoreRow, "portraitId" | "subjectId" | "measuredAt">;

/** A portrait and what it is held against. */
export interface PictureToScore {
  /** Null when it was not looked at, since nothing could be said of it. */
  readonly seen: SeenPicture | null;
  readonly depiction: Depiction;
  /** The faces of the subject's own selfies. */
  readonly references: readonly SingleFace[];
  /** How much of a smile was asked for. */
  readonly target: keyof typeof smileTargets;
  readonly modelVersion: string;
}

/**
 * Whether anything could come of measuring a portrait: there are references, all of its kind. A drawn portrait of a
 * photographed person is held against nothing.
 */
export const reasonBeforehand = ({
  depiction,
  references,
}: Pick<PictureToScore, "depiction" | "references">): UnscoredReason | null => {
  if (references.length === 0) return "no-references";
  return references.every((reference) => reference.depiction === depiction) ? null : "not-comparable";
};

/**
 * Measures a portrait against the subject's own selfies: its numbers, or the reason why there are none. What the
 * references are decides which constants count.
 */
export const scorePicture = (given: PictureToScore): PortraitFigures => {
  const { seen, references, depiction, modelVersion, target } = given;
  const without = (reason: UnscoredReason): PortraitFigures => ({
    ...nothing,
    reason,
    referenceCount: references.length,
    modelVersion: reason === "unavailable" || reason === "models-missing" ? null : modelVersion,
  });
  const beforehand = reasonBeforehand(given);
  if (beforehand !== null || seen === null) return without(beforehand ?? "unavailable");
  const portrait = singleFace(seen.analysis, depiction);
  if (!portrait.measurable) return without(portrait.reason);
  const built = buildProfile(references);
  if (!built.built) return without("not-comparable");
  const { profile } = built;
  const alike = likeness(portrait.value, profile);
  if (!alike.measurable) return without(alike.reason);
  const face = expression(portrait.value, { baseline: profile.baseline, target });
  if (!face.measurable) return without(face.reason);
  const texture = skinTexture(portrait.value, profile);
  const { measuredWith } = alike.value;
  return {
    reason: null,
    likeness: alike.value.score,
    likenessRaw: alike.value.raw,
    likenessBand: alike.value.band,
    smile: face.value.smile,
    eyes: face.value.duchenne,
    fakeSmileRisk: face.value.fakeSmileRisk,
    naturalness: face.value.naturalness,
    naturalnessReasons: face.value.reasons.map(({ code }) => code),
    textureRatio: texture.measurable ? texture.value.ratio : null,
    textureBand: texture.measurable ? texture.value.band : null,
    sharpness: portrait.value.face.chip.sharpness,
    ownPhotos: ownPhotosOf(references, profile),
    referenceCount: references.length,
    modelVersion: measuredWith.modelVersion,
    calibration: measuredWith.calibration,
  };
};

const nothing: Omit<PortraitFigures, "reason" | "referenceCount" | "modelVersion"> = {
  likeness: null,
  likenessRaw: null,
  likenessBand: null,
  smile: null,
  eyes: null,
  fakeSmileRisk: null,
  naturalness: null,
  naturalnessReasons: null,
  textureRatio: null,
  textureBand: null,
  sharpness: null,
  ownPhotos: null,
  calibration: null,
};

const digits = 4;
const rounded = (value: number): number => Number(value.toFixed(digits));

const ownPhotosOf = (references: readonly SingleFace[], profile: IdentityProfile) => {
  const range = ownRange(references, profile);
  return {
    stranger: calibrations[profile.depiction].stranger,
    likeness: range.likeness.map(rounded),
    smile: range.smile.map(rounded),
    skin: range.skin.map(rounded),
  };
};
