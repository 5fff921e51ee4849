import {
  smileTargets,
  type LikenessBand,
  type SelfieIssueCode,
  type SelfieSetLack,
  type SkinTexture,
  type UnmeasurableReason,
} from "@selfsame/likeness";
import type { MeasuredPicture } from "./measure-portraits.ts";

/** Why a picture has no number, in words. */
export const reasonWords: Readonly<Record<UnmeasurableReason, string>> = {
  "no-face": "no face was found",
  "several-faces": "several faces",
  profile: "the face is turned too far to the side",
  "too-small": "the face is too small",
  "cut-off": "the face is cut off by the frame",
  undecodable: "not a picture that can be read",
  "models-missing": "the face networks are not installed",
  unavailable: "the face networks did not answer",
  "not-comparable": "not comparable with the references",
};

/** How a likeness reads. */
export const likenessWords: Readonly<Record<LikenessBand, string>> = {
  "not-recognisable": "not recognisable",
  weak: "weakly like the references",
  good: "like the references",
  "copy-suspected": "almost a copy of a reference",
};

/** How skin reads against the references. */
export const textureWords: Readonly<Record<SkinTexture["band"], string>> = {
  "smoother-than-every-selfie": "smoother than in every reference",
  "as-in-selfies": "as in the references",
  "rougher-than-every-selfie": "rougher than in every reference",
};

/** What is wrong with a selfie and what to do. */
export const issueWords: Readonly<Record<SelfieIssueCode, string>> = {
  unavailable: "not judged: the face networks did not answer",
  undecodable: "not a picture that can be read; export it as JPEG",
  "no-face": "no face was found; show it larger and in better light",
  "several-faces": "several faces; use one with you alone",
  "face-too-small": "the face is small; come nearer",
  "cut-off": "the face is cut off; leave room around it",
  "turned-away": "turned too far to the side; both eyes should show",
  "tilted-up-or-down": "the head is tilted far up or down; hold the camera at eye level",
  blurred: "blurred; hold still, or clean the lens",
  "too-dark": "too dark; turn towards a window",
  "too-bright": "too bright; step out of the direct light",
  "over-exposed": "parts of the face are burnt out; use softer light",
  "uneven-light": "one side is much darker; turn towards the light",
};

/** What a set lacks. */
export const lackWords: Readonly<Record<SelfieSetLack, string>> = {
  "more-selfies": "more selfies: eight that can be used",
  "side-views": "views from the side: about one in five",
  "front-views": "more views from the front",
  "calm-expression": "one with a calm face",
  smile: "one with a smile",
  variety: "variety: some are copies, or of the same moment",
  "one-person": "one person throughout: some look like somebody else",
};

/**
 * A smile in words, by what the presets ask for: calm up to a neutral one's, broad from beyond a natural one's.
 *
 * @example smileWords(0.1) // "calm"
 */
export function smileWords(smile: number): string {
  if (smile <= smileTargets.neutral) return "calm";
  return smile <= smileTargets.natural ? "smiling" : "smiling broadly";
}

/** One row for a person to read: plain words, and no number that needs explaining. */
export function rowOf(picture: MeasuredPicture): string[] {
  const { file, reason, likeness, smile, texture } = picture;
  if (reason !== undefined) return [file, `not measured: ${reasonWords[reason]}`, "", ""];
  return [
    file,
    likeness === undefined
      ? ""
      : `${likenessWords[likeness.band]} (${Math.round(likeness.score * 100)} of 100)`,
    smile === undefined ? "" : smileWords(smile),
    texture === undefined ? "" : textureWords[texture.band],
  ];
}
