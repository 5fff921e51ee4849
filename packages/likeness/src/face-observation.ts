/** A landmark in pixels: x to the right, y down, z away from the viewer. */
export type LandmarkPoint = readonly [x: number, y: number, z: number];

/** Where a face is, in pixels of the picture. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the head is turned, in degrees; 0 is straight at the camera. */
export interface HeadPose {
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly rollDegrees: number;
}

/** What an expression network believes, 0 to 1 each. */
export interface ExpressionProbabilities {
  readonly happy: number;
  readonly neutral: number;
  readonly sad: number;
  readonly angry: number;
  readonly fearful: number;
  readonly disgusted: number;
  readonly surprised: number;
}

/** Figures of the aligned 150-pixel picture of the face, in grey levels of 0 to 255. */
export interface ChipFigures {
  /** Variance of the Laplacian over the inner chip, times 1,000, divided by the chip's variance. */
  readonly sharpness: number;
  readonly meanLuma: number;
  /** Share of the pixels that are burnt out to white, 0 to 1. */
  readonly clippedShare: number;
  /** How differently the left and right halves are lit: |left − right| of the mean lumas, divided by their mean. */
  readonly lightAsymmetry: number;
}

/** One face as the networks saw it, in a picture of at most 1,024 pixels. */
export interface FaceObservation {
  readonly box: FaceBox;
  /** The detector's confidence, 0 to 1; ghosts in the background are told by it. */
  readonly boxScore: number;
  /** The mesh's confidence, 0 to 1; it can be high on background. */
  readonly meshScore: number;
  /** MediaPipe FaceMesh: 468 points, or 478 with the irises. */
  readonly mesh: readonly LandmarkPoint[];
  readonly pose: HeadPose;
  /** dlib's 128 numbers for who this is. Biometric data: never leaves the server, encrypted at rest. */
  readonly embedding: Float32Array;
  /** The expression network that saw the aligned chip. */
  readonly expression: ExpressionProbabilities;
  /** The second network's belief in a happy face; the two err on different pictures. */
  readonly happyBySecondNetwork: number;
  readonly chip: ChipFigures;
}

/** Whether a picture is of a person or drawn; the two are never compared with each other. */
export type Depiction = "photograph" | "drawn";

/** The one face of a picture, with what saw it and what it is a picture of. */
export interface SingleFace {
  readonly face: FaceObservation;
  readonly depiction: Depiction;
  readonly modelVersion: string;
}
