import type { UnmeasurableReason } from "@selfsame/likeness";

/** What was measured in a portrait, or why there is no number. */
export type PortraitScore =
  | {
      readonly measured: true;
      readonly likeness: number;
      readonly naturalness: number;
      readonly smile: number;
      readonly modelVersion: string;
      readonly calibration: string;
    }
  | { readonly measured: false; readonly reason: string };

/** Reasons that lie in the picture: where arms are compared, such a portrait counts as worst. */
const reasonsOfThePicture: ReadonlySet<string> = new Set<UnmeasurableReason>([
  "no-face",
  "several-faces",
  "profile",
  "too-small",
  "cut-off",
  "undecodable",
]);

/** Whether a missing number is the picture's own fault. */
export const isFaultOfPicture = (reason: string): boolean => reasonsOfThePicture.has(reason);
