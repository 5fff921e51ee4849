import type { FaceAnalysis } from "@selfsame/likeness";
import type { Faces } from "../../src/measuring/faces.ts";
import { analysisOf, madeUpFace, madeUpModelVersion } from "./made-up-face.ts";

/** Networks that see what a test says; selfies are stored as JPEG, portraits as PNG. */
export interface ScriptedFaces extends Faces {
  /** What is seen in the so-manieth selfie, counted from 0. */
  selfie: (number: number) => FaceAnalysis;
  portrait: () => FaceAnalysis;
  /** How many pictures were looked at. */
  readonly looks: () => { readonly selfies: number; readonly portraits: number };
}

const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89;

/** Networks that see twelve slightly different faces of one person, until a test says otherwise. */
export function scriptedFaces(modelVersion = madeUpModelVersion): ScriptedFaces {
  let selfies = 0;
  let portraits = 0;
  const faces: ScriptedFaces = {
    modelVersion,
    selfie: (number) => analysisOf(madeUpFace({ cosine: 0.996, axis: 1 + number })),
    portrait: () => analysisOf(madeUpFace({ cosine: 0.996, axis: 100 })),
    see: (bytes) => {
      const isPortrait = isPng(bytes);
      const analysis = isPortrait ? faces.portrait() : faces.selfie(selfies);
      if (isPortrait) portraits += 1;
      else selfies += 1;
      // Hashes far apart: no two of them are copies of one picture.
      const hash = isPortrait ? null : (selfies * 0x0123_4567_89ab).toString(16).padStart(16, "0");
      return Promise.resolve({
        analysis: analysis.analyzed ? { ...analysis, modelVersion } : analysis,
        hash,
      });
    },
    looks: () => ({ selfies, portraits }),
    close: () => Promise.resolve(),
  };
  return faces;
}
