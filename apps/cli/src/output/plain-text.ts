/** Control characters but the line end, and the marks that turn the direction of what follows. */
const unprintable = /(?!\n)\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text that a terminal shows as it is. Briefs and file names come from people and may hold sequences that move the
 * cursor, rename the window or hide what stands before.
 *
 * @example
 * plainText("a\u001B[2Jb"); // "a\uFFFD[2Jb"
 */
export function plainText(text: string): string {
  return text.replace(unprintable, "\uFFFD");
}
