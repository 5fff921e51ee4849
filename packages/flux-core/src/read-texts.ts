/** Copies a list of at most `maximum` texts, or `null` when it is anything else or cannot be read. */
export function readTexts(source: unknown, maximum: number): readonly string[] | null {
  try {
    if (!Array.isArray(source)) return null;
    const { length } = source;
    if (length > maximum) return null;
    const texts: string[] = [];
    for (let index = 0; index < length; index++) {
      const text: unknown = source[index];
      if (typeof text !== "string") return null;
      texts.push(text);
    }
    return texts;
  } catch {
    // A proxy that throws: that it cannot be read is the whole answer.
    return null;
  }
}
