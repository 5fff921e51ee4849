import type { FaceObservation } from "./face-observation.ts";

/** A decoded picture: 8-bit RGB rows without padding, rotation applied, the longer edge at most 1,024 pixels. */
export interface RgbPicture {
  readonly data: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** Everything the networks saw in one picture, or why they saw nothing. */
export type FaceAnalysis =
  | {
      readonly analyzed: true;
      /** Overlapping boxes already reduced to the one of the highest `boxScore`. */
      readonly faces: readonly FaceObservation[];
      readonly modelVersion: string;
      readonly widthPixels: number;
      readonly heightPixels: number;
    }
  | {
      readonly analyzed: false;
      readonly cause: "models-missing" | "timeout" | "crashed" | "queue-full" | "closed" | "bad-picture";
    };

/** The port to the face networks. They run elsewhere; a failure is an answer, so neither method rejects. */
export interface FaceAnalyzer {
  /** Analyses one picture after the other, in the order asked. */
  analyze(picture: RgbPicture): Promise<FaceAnalysis>;
  /** Ends the networks; what still waits is answered `closed`. */
  close(): Promise<void>;
}
