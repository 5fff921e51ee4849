/** What must not drift from portrait to portrait, as the subject describes it; null where nothing is said. */
export interface Appearance {
  /** As the subject would say it: "short grey curls". */
  readonly hair: string | null;
  /** The ages between which one looks, in whole years. */
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  /** Whether glasses belong to the face. */
  readonly glasses: boolean;
  /** Anything else, in one's own words. */
  readonly ownWords: string | null;
}

const ageWords = ({ ageFrom, ageTo }: Appearance): string | null => {
  const from = ageFrom ?? ageTo;
  const to = ageTo ?? ageFrom;
  if (from === null || to === null) return null;
  return from === to ? `${from} years old` : `${from} to ${to} years old`;
};

/**
 * The words that stand for a subject's appearance in every prompt, hair first; null when nothing is said. That there
 * are no glasses is not said: the model reads every word as something to show.
 *
 * @example
 * subjectClause({ hair: "short grey curls", ageFrom: 35, ageTo: 40, glasses: true, ownWords: null });
 * // "short grey curls, 35 to 40 years old, wearing glasses"
 */
export const subjectClause = (appearance: Appearance): string | null => {
  const parts = [
    appearance.hair?.trim(),
    ageWords(appearance),
    appearance.glasses ? "wearing glasses" : null,
    appearance.ownWords?.trim(),
  ];
  const words = parts.filter((part) => part !== null && part !== undefined && part !== "").join(", ");
  return words === "" ? null : words;
};
