/**
 * True when the prompt has the trigger word as a word of its own, in any case.
 *
 * @example
 * namesTrigger("portrait of TOK, smiling", "tok"); // true
 */
export function namesTrigger(prompt: string, triggerWord: string): boolean {
  if (triggerWord === "") return false;
  const literal = triggerWord.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, "iu").test(prompt);
}
