/** Stands for a copy of the trigger while clauses are cut. Cleaned text has no control characters. */
export const TRIGGER_MARK = "\0";

const token =
  /(?<![\p{L}\p{N}\p{M}])user([0-9]{8,12})\p{M}*(?![\p{L}\p{N}])(?:['’]s(?![\p{L}\p{N}\p{M}]))?/giu;
const placeholder = /(?<![[{<])[[{<]+[ \0]*trigger[ _-]*(?:word)?[ \0]*[\]}>]+/gi;

/**
 * Replaces every copy of the trigger by `TRIGGER_MARK`: whole tokens equal to it in any case, a possessive
 * ending with them, and placeholders such as `[trigger]` and `{trigger_word}`.
 */
export function markTriggerCopies(text: string, trigger: string): string {
  let marked = text;
  if (/user[0-9]/i.test(text)) {
    const own = trigger.slice("user".length);
    marked = text.replace(token, (copy, number: string) => (number === own ? TRIGGER_MARK : copy));
  }
  if (!/trigger/i.test(marked)) return marked;
  for (let before = ""; before !== marked;) {
    before = marked;
    marked = marked.replace(placeholder, TRIGGER_MARK);
  }
  return marked;
}
