import { analyzePicture } from "../src/adapter/analyze-picture.ts";
import type { FaceAnalyzer } from "../src/face-analyzer.ts";
import type { Depiction, SingleFace } from "../src/face-observation.ts";
import { singleFace } from "../src/single-face.ts";

/** The one face of a picture that has to have one. */
export async function readFace(
  analyzer: FaceAnalyzer,
  bytes: Uint8Array,
  depiction: Depiction,
): Promise<SingleFace> {
  const found = singleFace((await analyzePicture(analyzer, bytes)).analysis, depiction);
  if (!found.measurable) throw new Error(`No face to measure: ${found.reason}.`);
  return found.value;
}
