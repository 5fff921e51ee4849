import type { TrainedFace } from "../models/version-record.ts";

/** One picture to make: all that decides its bytes. */
export interface PortraitRequest {
  prompt: string;
  /** Which of the request's pictures it is, from 0. */
  index: number;
  seed: number;
  width: number;
  height: number;
  format: "png" | "jpg" | "webp";
  /** 0 to 100; png ignores it. */
  quality: number;
  guidance: number;
  inferenceSteps: number;
  goFast: boolean;
  /** Makes this picture differ from another with the same seed; null when it is to repeat exactly. */
  variation: string | null;
  /** The trained face, or null for the base model. */
  face: TrainedFace | null;
  /** How strongly the trained face is laid over the base, -1 to 3. */
  loraScale: number;
  /** A second LoRA: its reference and strength. */
  extraLora: { reference: string; scale: number } | null;
}

/** Makes a picture's bytes in the format asked for. */
export type PortraitPainter = (request: PortraitRequest) => Promise<Buffer>;
