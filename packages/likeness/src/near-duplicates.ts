import { calibrations, selfieSetConstants } from "./calibration.ts";
import { cosineSimilarity } from "./cosine-similarity.ts";
import { hashDistance } from "./difference-hash.ts";
import type { SingleFace } from "./face-observation.ts";

/** A selfie as a member of a set. */
export interface SetSelfie {
  readonly id: string;
  readonly observation: SingleFace;
  /** From `differenceHash`. */
  readonly hash: string;
}

/** Two selfies that add little to each other. */
export interface NearDuplicate {
  readonly first: string;
  readonly second: string;
  /** `same-picture`: re-encoded, resized or brightened; `same-session`: other pictures of one moment. */
  readonly kind: "same-picture" | "same-session";
}

/**
 * Pairs of selfies that show the same moment, in the order of the set. The same picture needs both an all but equal
 * hash and faces closer than two pictures of one person come; a mirrored or strongly cropped copy is not found.
 *
 * @example nearDuplicates(selfies) // [{ first: "a", second: "c", kind: "same-picture" }]
 */
export function nearDuplicates(selfies: readonly SetSelfie[]): NearDuplicate[] {
  return selfies.flatMap((first, index) =>
    selfies.slice(index + 1).flatMap((second) => {
      const bits = hashDistance(first.hash, second.hash);
      if (bits > selfieSetConstants.sameSessionBits) return [];
      const kind = isSamePicture(first.observation, second.observation, bits)
        ? "same-picture"
        : "same-session";
      return [{ first: first.id, second: second.id, kind } as const];
    }),
  );
}

function isSamePicture(first: SingleFace, second: SingleFace, bits: number): boolean {
  return (
    bits <= selfieSetConstants.duplicateBits &&
    first.depiction === second.depiction &&
    first.modelVersion === second.modelVersion &&
    cosineSimilarity(first.face.embedding, second.face.embedding) >
      calibrations[first.depiction].samePictureAbove
  );
}
