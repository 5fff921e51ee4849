/** The words of a text that carry what it shows: small letters, longer than three. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length > 3));

/** How much two texts share: shared content words over all content words, 0 to 1 (Jaccard). */
export const overlap = (one: string, other: string): number => {
  const left = contentWords(one);
  const right = contentWords(other);
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared === 0 ? 0 : shared / (left.size + right.size - shared);
};
