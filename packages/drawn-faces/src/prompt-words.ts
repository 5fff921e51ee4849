/** The words of a prompt in lower case, hyphens opened, with `,` where a clause ends. */
export function wordsOf(prompt: string): readonly string[] {
  const text = prompt
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'");
  return (
    text.match(/[\p{L}\p{N}']+|[,.;:!?\n]/gu)?.map((word) => (/[\p{L}\p{N}]/u.test(word) ? word : ",")) ?? []
  );
}

/** Meanings by phrase; a phrase is one or more words in lower case with single spaces, hyphens left out. */
export type Vocabulary<Meaning> = Readonly<Record<string, Meaning>>;

/** The meaning of the longest phrase (in words, then the first) that the prompt holds as whole words. */
export function longestMatch<Meaning>(
  words: readonly string[],
  vocabulary: Vocabulary<Meaning>,
): Meaning | undefined {
  let best: { readonly length: number; readonly meaning: Meaning } | undefined;
  for (let start = 0; start < words.length; start += 1) {
    for (let length = Math.min(4, words.length - start); length > (best?.length ?? 0); length -= 1) {
      const phrase = words.slice(start, start + length).join(" ");
      const meaning = Object.hasOwn(vocabulary, phrase) ? vocabulary[phrase] : undefined;
      if (meaning !== undefined) {
        best = { length, meaning };
        break;
      }
    }
  }
  return best?.meaning;
}
