const opening = /[([{]/;
const openings = "([{";
const closings = ")]}";

/** A closed pair of brackets, by the places of its two ends. */
export type BracketPair = { readonly open: number; readonly close: number };

/**
 * The outermost closed pairs of round, square and curly brackets, in order. A closing bracket belongs to the
 * nearest open one of its kind; whatever was opened in between stays unclosed and is ordinary text.
 */
export function closedBrackets(text: string): {
  readonly pairs: readonly BracketPair[];
  /** The places of opening brackets that nothing closes. */
  readonly unclosed: readonly number[];
} {
  if (!opening.test(text)) return { pairs: [], unclosed: [] };
  const open: { kind: number; at: number }[] = [];
  const pairs: BracketPair[] = [];
  const abandoned: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const opens = openings.indexOf(character);
    if (opens !== -1) open.push({ kind: opens, at });
    const closes = closings.indexOf(character);
    if (closes === -1) continue;
    const match = open.findLastIndex(({ kind }) => kind === closes);
    if (match === -1) continue;
    const [opener, ...inside] = open.splice(match);
    if (opener === undefined) continue;
    abandoned.push(...inside.map((bracket) => bracket.at));
    while ((pairs.at(-1)?.open ?? -1) > opener.at) pairs.pop();
    pairs.push({ open: opener.at, close: at });
  }
  return { pairs, unclosed: [...abandoned, ...open.map((bracket) => bracket.at)] };
}
