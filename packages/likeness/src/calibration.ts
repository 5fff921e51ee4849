import type { Depiction } from "./face-observation.ts";

/** The constants that turn cosines of one kind of picture into scores. */
export interface LikenessCalibration {
  /** Stored with every score; changes whenever a number here or in `expressionConstants` does. */
  readonly version: string;
  /** Median cosine between strangers: the score's zero. */
  readonly stranger: number;
  /** A subject's photo-to-photo cosine when there is a single reference: the score's one. */
  readonly selfDefault: number;
  /** Bounds of the subject's own photo-to-photo cosine, against a lucky or poor set of references. */
  readonly selfRange: readonly [lowest: number, highest: number];
  /** Below: another person, for all the network can tell. */
  readonly recognisableFrom: number;
  /** Below: recognisable, but weak. */
  readonly goodFrom: number;
  /** Above: suspiciously like one reference; `null` where pictures of one person come this close by themselves. */
  readonly copyAbove: number | null;
  /** Two different pictures of one person never came above: together with an equal hash it is the same picture. */
  readonly samePictureAbove: number;
}

/**
 * Photographs: 25 of five persons and ten of one each, and a published pair list: 103 genuine, 768 impostor pairs.
 * Strangers median .859; genuine median .947, p5 .918, p95 .975, highest .990; best threshold .916 (true
 * positives .985, false positives .030). Many strangers there differ in sex, so look-alikes score higher.
 *
 * Drawings (`drawn-faces`): ten identities with twelve drawn selfies each, every one against the nearer half of the
 * others: strangers median .940, p95 .966, highest .978; the same person lowest .977, median .990, highest .995.
 * Cut .974: true positives 1, false positives .012. `goodFrom` is halfway between the lowest and the median genuine
 * cosine. Two drawings of one person never came above .9984.
 */
export const calibrations: Readonly<Record<Depiction, LikenessCalibration>> = {
  photograph: {
    version: "photographs-1",
    stranger: 0.86,
    selfDefault: 0.947,
    selfRange: [0.93, 0.985],
    recognisableFrom: 0.916,
    goodFrom: 0.935,
    copyAbove: 0.985,
    samePictureAbove: 0.99,
  },
  drawn: {
    version: "drawn-2",
    stranger: 0.94,
    selfDefault: 0.99,
    selfRange: [0.984, 0.995],
    recognisableFrom: 0.974,
    goodFrom: 0.983,
    copyAbove: null,
    samePictureAbove: 0.999,
  },
};

/**
 * Smiles and eyes: 45 happy and 27 neutral faces with |yaw| < 22° (labels by a network, not by people). Smile
 * p10/50/90 .31/.53/.80 of the happy, 0/.05/.15 of the neutral. How the parts weigh in naturalness is a choice,
 * not fitted to what people keep.
 */
export const expressionConstants = {
  liftZero: -0.01,
  liftSpan: 0.15,
  widthZero: 0.78,
  widthSpan: 0.45,
  /** What a smile's shape is worth when no network sees a happy face: open-mouth grimaces fall to .11 to .31. */
  shapeAlone: 0.3,
  teethFrom: 0.1,
  teethSpan: 0.25,
  /** Real laughter halves the eye's aperture; three tenths count as full. */
  squintSpan: 0.3,
  duchenneYawDegrees: 20,
  baselineYawDegrees: 22,
  baselineReferences: 3,
  neutralSmile: 0.15,
  happySmile: 0.31,
  fakeSmileFrom: 0.35,
  asymmetryFrom: 0.06,
  asymmetrySpan: 0.1,
  grimaceShape: 0.3,
  grimaceHappy: 0.3,
  fakeSmileWeight: 0.8,
  negativeWeight: 0.7,
} as const;

/** How much smile each kind of preset asks for; more is excess. */
export const smileTargets = { neutral: 0.2, natural: 0.55, warm: 0.7 } as const;

/**
 * What counts as a face and as a usable selfie. Detector .55 lies between true faces (.67 to .96) and four ghosts
 * (.26 to .51). Sharpness of originals 53 to 366, blurred by σ 2.5 pixels .8 to 36. Luma of darkened pictures 20 to
 * 43, of brightened ones 147 to 235, white in .49 to .65 of four of five. Light from a side .07 to .20 in originals.
 * A face cut by the frame had .15 of its mesh outside, whole faces (tight crops included) none.
 */
export const gateConstants = {
  boxScore: 0.55,
  meshScore: 0.5,
  secondFaceArea: 0.15,
  interocularPixels: { reject: 40, warn: 60 },
  sharpness: { reject: 12, warn: 40 },
  dark: { reject: 45, warn: 65 },
  bright: { reject: 215, warn: 195 },
  clippedShare: 0.25,
  lightAsymmetry: 0.3,
  cutOffShare: 0.05,
  yawDegrees: 35,
  sideYawDegrees: 25,
  pitchDegrees: 25,
} as const;

/**
 * What a set of selfies should hold: 8 or more, a tenth to three tenths of them from the side (what trainers of
 * such models report to work). Differing bits of 64: the same picture re-encoded 1 to 5, one session's pictures 3 to 12.
 */
export const selfieSetConstants = {
  fewest: 8,
  sideShare: { least: 0.1, most: 0.3 },
  duplicateBits: 5,
  sameSessionBits: 12,
  /** Fewer cannot outvote the odd one out. */
  outlierSelfies: 3,
} as const;
