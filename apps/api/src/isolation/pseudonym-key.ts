/** What a subject's encrypted key is bound to: it opens for that subject and that number alone. */
export const placeOfPseudonymKey = (subjectId: string, number: number): string =>
  `pseudonym key ${number} of ${subjectId}`;

/** 256 bits, as the hash of the pseudonyms has. */
export const pseudonymKeyBytes = 32;
