import { gateConstants as gate } from "./calibration.ts";
import type { FaceAnalysis } from "./face-analyzer.ts";
import type { FaceObservation } from "./face-observation.ts";
import { measureGeometry } from "./measure-geometry.ts";
import { hasSecondFace, shareOutside, trueFaces } from "./single-face.ts";

/** What is wrong with a selfie. */
export type SelfieIssueCode =
  | "unavailable"
  | "undecodable"
  | "no-face"
  | "several-faces"
  | "face-too-small"
  | "cut-off"
  | "turned-away"
  | "tilted-up-or-down"
  | "blurred"
  | "too-dark"
  | "too-bright"
  | "over-exposed"
  | "uneven-light";

/** One thing wrong with a selfie, and whether it can be used all the same. */
export interface SelfieIssue {
  readonly code: SelfieIssueCode;
  readonly severity: "warn" | "reject";
}

/** Whether a selfie is fit for training. */
export interface SelfieVerdict {
  /** `not-judged` when the networks did not run: neither good nor bad. */
  readonly verdict: "accept" | "warn" | "reject" | "not-judged";
  readonly issues: readonly SelfieIssue[];
}

/**
 * Judges one selfie by its face: how many, how large, whole, turned, sharp, lit. Sunglasses and hands before the
 * face are not measured.
 *
 * @example gateSelfie(await analyzer.analyze(picture)) // { verdict: "warn", issues: [{ code: "too-dark", … }] }
 */
export function gateSelfie(analysis: FaceAnalysis): SelfieVerdict {
  if (!analysis.analyzed && analysis.cause === "bad-picture") {
    return { verdict: "reject", issues: [{ code: "undecodable", severity: "reject" }] };
  }
  if (!analysis.analyzed) {
    return { verdict: "not-judged", issues: [{ code: "unavailable", severity: "warn" }] };
  }
  const faces = trueFaces(analysis.faces);
  const [face] = faces;
  if (face === undefined) return { verdict: "reject", issues: [{ code: "no-face", severity: "reject" }] };
  const issues = [
    ...only("several-faces", hasSecondFace(faces) ? "reject" : null),
    ...poseIssues(face),
    ...frameIssues(face, analysis),
    ...lightIssues(face),
  ];
  const rejected = issues.some(({ severity }) => severity === "reject");
  return { verdict: rejected ? "reject" : issues.length > 0 ? "warn" : "accept", issues };
}

function only(code: SelfieIssueCode, severity: SelfieIssue["severity"] | null): SelfieIssue[] {
  return severity === null ? [] : [{ code, severity }];
}

/** Reject and warn where a figure must not be lower; one that is no number is rejected. */
function below(value: number, limits: { readonly reject: number; readonly warn: number }) {
  if (!(value >= limits.reject)) return "reject";
  return value < limits.warn ? "warn" : null;
}

function poseIssues({ pose }: FaceObservation): SelfieIssue[] {
  return [
    ...only("turned-away", Math.abs(pose.yawDegrees) > gate.yawDegrees ? "reject" : null),
    ...only("tilted-up-or-down", Math.abs(pose.pitchDegrees) > gate.pitchDegrees ? "reject" : null),
  ];
}

function frameIssues(
  face: FaceObservation,
  picture: { readonly widthPixels: number; readonly heightPixels: number },
): SelfieIssue[] {
  return [
    ...only("face-too-small", below(measureGeometry(face).interocularPixels, gate.interocularPixels)),
    ...only("cut-off", shareOutside(face, picture) > 0 ? "warn" : null),
  ];
}

function lightIssues({ chip }: FaceObservation): SelfieIssue[] {
  const { reject, warn } = gate.bright;
  return [
    ...only("blurred", below(chip.sharpness, gate.sharpness)),
    ...only("too-dark", below(chip.meanLuma, gate.dark)),
    ...only("too-bright", below(-chip.meanLuma, { reject: -reject, warn: -warn })),
    ...only("over-exposed", chip.clippedShare > gate.clippedShare ? "reject" : null),
    ...only("uneven-light", chip.lightAsymmetry > gate.lightAsymmetry ? "warn" : null),
  ];
}
