import type { FaceAnalysis, FaceAnalyzer } from "../face-analyzer.ts";
import { readPicture } from "./read-picture.ts";

/** What the networks saw in a file, and what the file says of itself. */
export interface PictureAnalysis {
  readonly analysis: FaceAnalysis;
  /** Tells copies of one picture; `null` when the file could not be read. */
  readonly hash: string | null;
  readonly metadataSaysSimulated: boolean;
}

/**
 * Reads a picture file and analyses it; a file that is no readable picture is answered `bad-picture`.
 *
 * @example const { analysis } = await analyzePicture(analyzer, await readFile("portrait.png"))
 */
export async function analyzePicture(analyzer: FaceAnalyzer, bytes: Uint8Array): Promise<PictureAnalysis> {
  const reading = await readPicture(bytes);
  if (!reading.read) {
    return {
      analysis: { analyzed: false, cause: "bad-picture" },
      hash: null,
      metadataSaysSimulated: false,
    };
  }
  const { picture, hash, metadataSaysSimulated } = reading;
  return { analysis: await analyzer.analyze(picture), hash, metadataSaysSimulated };
}
