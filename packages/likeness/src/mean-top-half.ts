import { cosineSimilarity } from "./cosine-similarity.ts";

/**
 * The mean of the higher half of the cosines to the references (the middle one included): a face seen from the
 * side is compared with those that show it from there too. NaN for no references.
 *
 * @example meanTopHalf(face.embedding, profile.embeddings) // 0.95
 */
export function meanTopHalf(embedding: Float32Array, references: readonly Float32Array[]): number {
  const cosines = references.map((reference) => cosineSimilarity(embedding, reference));
  const top = cosines.toSorted((x, y) => y - x).slice(0, Math.ceil(cosines.length / 2));
  return top.reduce((sum, cosine) => sum + cosine, 0) / top.length;
}
