/**
 * The cosine between two embeddings of one length, −1 to 1; 0 when one of them is all zeros.
 *
 * @example cosineSimilarity(face.embedding, other.embedding)
 */
export function cosineSimilarity(a: Float32Array, b: Float32Array): number {
  let product = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    product += value * other;
    squaresOfA += value * value;
    squaresOfB += other * other;
  }
  const lengths = Math.sqrt(squaresOfA * squaresOfB);
  return lengths === 0 ? 0 : Math.min(1, product / lengths);
}
