import { isAbbreviated } from "./cut-clauses.ts";
import { TRIGGER_MARK } from "./mark-trigger-copies.ts";
import { stripLine } from "./strip-markdown.ts";

const separators = ",;，；﹐﹔،؛、､﹑";
const afterOpening = new RegExp(`([([{])[\\s${separators}]+`, "g");
const beforeClosing = new RegExp(`(?<![\\s${separators}])[\\s${separators}]+(?=[)\\]}])`, "g");
const doubled = new RegExp(`([${separators}])(?:\\s*[${separators}])+`, "g");
const emptyPair = /\(\)|\[\]|\{\}/g;
const looseStart = /^(?:[\s*_:：|,;]|[-–—]+\s)+/;
const looseEnd = /(?:[\s*_:：|,;]|\s[-–—]+)+$/;
const finalMarks = /[.!?。！？]+$/;
const content = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Clauses that tidying would not touch: most of them, in plain words. */
const untouched = /^(?=[A-Za-z0-9])(?:[A-Za-z0-9'"/%&$-]+(?: (?!$)|$))+$/;

/** Whether a clause says anything: it has a letter, a digit or a pictograph. */
export function hasContent(clause: string): boolean {
  return content.test(clause);
}

/**
 * A clause without what its neighbours left behind: marks of removed triggers, doubled spaces, loose
 * punctuation at its ends, separators with nothing between them inside its brackets. Tidying twice is tidying
 * once.
 */
export function tidyClause(clause: string): string {
  if (untouched.test(clause)) return clause;
  let tidied = clause.replaceAll(TRIGGER_MARK, " ");
  for (let before = ""; before !== tidied;) {
    before = tidied;
    tidied = tidied
      .replace(/\s+/g, " ")
      .replace(afterOpening, "$1")
      .replace(beforeClosing, "")
      .replace(doubled, "$1")
      .replace(emptyPair, " ")
      .replace(looseStart, "")
      .replace(looseEnd, "");
    // Any clause can come to stand first, where such a mark would be taken for one.
    tidied = stripLine(tidied);
    const marks = finalMarks.exec(tidied);
    if (marks !== null && !(marks[0] === "." && isAbbreviated(tidied, marks.index))) {
      tidied = tidied.slice(0, marks.index);
    }
  }
  return tidied;
}
