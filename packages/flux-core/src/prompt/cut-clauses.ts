import { abbreviations, numberAbbreviations } from "./abbreviations.ts";
import { closedBrackets } from "./closed-brackets.ts";
import { TRIGGER_MARK } from "./mark-trigger-copies.ts";

const endMark = new RegExp(`[,;\\n，；﹐﹔،؛、､﹑。！？]|(?<![.!?])[.!?]+(?=[\\s${TRIGGER_MARK}]|$)`, "g");
const digit = /\p{Nd}/u;
const singleLetter = /^\p{L}\p{M}*$/u;
const LONGEST_ABBREVIATION = 8;
const lastWord = /(?:^|[^\p{L}\p{N}\p{M}'’])([\p{L}\p{M}]+)$/u;

/**
 * Cuts a text into clauses, without their end marks and the space around them; empty ones are left out.
 * Nothing is cut between two digits, inside closed brackets, or at the dot of a single letter or an abbreviation.
 */
export function cutClauses(text: string): readonly string[] {
  const { pairs } = closedBrackets(text);
  const clauses: string[] = [];
  let start = 0;
  let pair = 0;
  endMark.lastIndex = 0;
  for (let found = endMark.exec(text); found !== null; found = endMark.exec(text)) {
    const { 0: mark, index: at } = found;
    while ((pairs[pair]?.close ?? Infinity) < at) pair += 1;
    if ((pairs[pair]?.open ?? Infinity) < at) continue;
    if (mark !== "\n" && digit.test(text.charAt(at - 1)) && digit.test(text.charAt(at + mark.length)))
      continue;
    if (mark === "." && isAbbreviated(text, at)) continue;
    addClause(clauses, text.slice(start, at));
    start = at + mark.length;
  }
  addClause(clauses, text.slice(start));
  return clauses;
}

function addClause(clauses: string[], stretch: string): void {
  const clause = stretch.trim();
  if (clause !== "") clauses.push(clause);
}

/** Whether the dot at this place belongs to the word before it. */
export function isAbbreviated(text: string, at: number): boolean {
  const [, word = ""] = lastWord.exec(text.slice(Math.max(0, at - LONGEST_ABBREVIATION), at)) ?? [];
  const known = word.toLowerCase();
  if (singleLetter.test(word) || abbreviations.has(known)) return true;
  return numberAbbreviations.has(known) && /^ \p{Nd}/u.test(text.slice(at + 1, at + 4));
}
