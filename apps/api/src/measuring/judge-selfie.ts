import {
  type Depiction,
  gateSelfie,
  singleFace,
  type SelfieVerdict,
  type SingleFace,
} from "@selfsame/likeness";
import type { SeenPicture } from "./faces.ts";

/** A selfie as it was seen. */
export interface JudgedSelfie extends SelfieVerdict {
  /** The one face that other pictures can be held against; null when there is none. */
  readonly face: SingleFace | null;
  readonly pictureHash: string | null;
  /** Null when the networks did not run. */
  readonly modelVersion: string | null;
}

/** Judges a selfie by what the networks saw in it. */
export const judgeSelfie = (
  { analysis, hash }: SeenPicture,
  depiction: Depiction,
  modelVersion: string,
): JudgedSelfie => {
  const verdict = gateSelfie(analysis);
  const face = singleFace(analysis, depiction);
  return {
    ...verdict,
    face: face.measurable ? face.value : null,
    pictureHash: hash,
    modelVersion: verdict.verdict === "not-judged" ? null : modelVersion,
  };
};
