/** The bounds of one conversation: beyond them a language model loses the thread, and nobody reads it again. */
export const conversationLimits = {
  /** Turns of both sides together. */
  turns: 40,
  /** Of one turn of the person. */
  characters: 2_000,
  titleCharacters: 80,
} as const;
