const lineMarker = /^(?:#{1,6}(?: |$)|>|[-+*•‣◦▪](?: |$)|\d{1,3}[.)](?= \S))/;
const fence = /^(?:`{3,}|~{3,})[\w-]*$/;
const link = /!?\[([^[\]\n]*)\]\(<?(?:https?:|mailto:|ftp:|data:|www\.|[/#.])[^\s()]*(?: +"[^"\n]*")? *\)/gi;
const wordCharacter = /[\p{L}\p{N}]/u;
const space = /\s/;

/**
 * A text without markdown syntax, its words kept: headings, lists, quotes, fences, emphasis, code, links.
 * Marks inside a word (`snake_case`, `5*3`) or alone between spaces are text.
 */
export function stripMarkdown(text: string): string {
  const lines = text
    .replace(/\\+(?=[`*_{}[\]()#+.!~>|-])/g, "")
    .split("\n")
    .map(stripLine);
  let plain = lines
    .join("\n")
    .replaceAll("`", "")
    .replace(/~{2,}/g, "")
    .replace(/\*/g, (star, at: number, whole: string) => (isText(whole[at - 1], whole[at + 1]) ? star : ""))
    .replace(/(?<![\p{L}\p{N}])_|_+(?![\p{L}\p{N}_])/gu, "");
  for (let before = ""; before !== plain;) {
    before = plain;
    plain = plain.replace(link, (_link, words: string) => words);
  }
  return plain;
}

/** A line without the marks at its start: heading, list, quote, fence. */
export function stripLine(line: string): string {
  let rest = line.trim();
  if (fence.test(rest)) return "";
  const heading = rest.startsWith("#");
  for (let marker = lineMarker.exec(rest); marker !== null; marker = lineMarker.exec(rest)) {
    rest = rest.slice(marker[0].length).trimStart();
  }
  return heading ? rest.replace(/ +#+$/, "") : rest;
}

function isText(before = "", after = ""): boolean {
  return (
    (wordCharacter.test(before) && wordCharacter.test(after)) || (space.test(before) && space.test(after))
  );
}
