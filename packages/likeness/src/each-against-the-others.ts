import { meanTopHalf } from "./mean-top-half.ts";

/**
 * How like the others each reference is: its mean cosine to the nearer half of them. Nothing for fewer than two.
 *
 * @example eachAgainstTheOthers(profile.embeddings) // [0.95, 0.93, 0.96]
 */
export function eachAgainstTheOthers(embeddings: readonly Float32Array[]): number[] {
  if (embeddings.length < 2) return [];
  return embeddings.map((embedding, index) =>
    meanTopHalf(
      embedding,
      embeddings.filter((_, other) => other !== index),
    ),
  );
}
