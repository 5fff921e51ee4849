import { foldForComparison } from "./fold-for-comparison.ts";

const subjectTrigger = /(?<![\p{L}\p{N}])user[0-9]{8,12}(?![\p{L}\p{N}])/gu;
const tokenCharacter = /[\p{L}\p{N}]/u;
/** Nearly every brief: nothing to fold, and nothing that could be a subject's trigger. */
const isAsciiWithoutUser = /^(?:[\0-TV-tv-\x7f]|[Uu](?![Ss][Ee][Rr]))*$/;
/** Seen or not, a joiner may stand for nothing or for a gap: a text that has any is read both ways. */
const joiner = /[\u200c\u200d]/;
const joiners = /[\u200c\u200d]/g;
const singleToken = /^[\p{L}\p{N}]+$/u;
const token = /[\p{L}\p{N}]+/gu;

/**
 * The first trigger word in a text that is not the subject's own: `user` with 8 to 12 digits, or an entry of
 * the list, as a whole token and in whatever case, width or script it is written; `null` when there is none.
 * Letters and digits belong to a token, everything else ends it.
 */
export function findForeignTrigger(
  text: string,
  ownTrigger: string,
  foreignTriggers: readonly string[],
): string | null {
  if (foreignTriggers.length === 0 && isAsciiWithoutUser.test(text)) return null;
  const found = findInFolded(foldForComparison(text), ownTrigger, foreignTriggers);
  if (found !== null || !joiner.test(text)) return found;
  return findInFolded(foldForComparison(text.replaceAll(joiners, " ")), ownTrigger, foreignTriggers);
}

function findInFolded(folded: string, ownTrigger: string, foreignTriggers: readonly string[]): string | null {
  for (const [found] of folded.matchAll(subjectTrigger)) if (found !== ownTrigger) return found;
  if (foreignTriggers.length === 0) return null;
  const tokens = new Set(folded.match(token));
  for (const entry of foreignTriggers) {
    const literal = foldForComparison(entry).trim();
    if (literal === ownTrigger || !tokenCharacter.test(literal)) continue;
    if (singleToken.test(literal) ? tokens.has(literal) : standsAlone(folded, literal)) return entry;
  }
  return null;
}

/** Whether an entry of several tokens is in the text with no token running on at either of its ends. */
function standsAlone(folded: string, literal: string): boolean {
  for (let at = folded.indexOf(literal); at !== -1; at = folded.indexOf(literal, at + 1)) {
    const before = lastCharacter(folded.slice(Math.max(0, at - 2), at));
    const [after = ""] = folded.slice(at + literal.length, at + literal.length + 2);
    const [first = ""] = literal;
    const runsOnBefore = tokenCharacter.test(first) && tokenCharacter.test(before);
    const runsOnAfter = tokenCharacter.test(lastCharacter(literal)) && tokenCharacter.test(after);
    if (!runsOnBefore && !runsOnAfter) return true;
  }
  return false;
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? "";
}
