const longestTitle = 56;

/**
 * A name for a portrait: the first clause of its brief, cut at a word where it is long.
 *
 * @example
 * portraitTitle("on the quay, boats behind") // "On the quay"
 */
export function portraitTitle(brief: string): string {
  const clause =
    brief
      .trim()
      .split(/[,;.!?\n]/u, 1)[0]
      ?.trim() ?? "";
  const text = clause === "" ? brief.trim() : clause;
  const first = text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
  if (first.length <= longestTitle) return first;
  const cut = first.slice(0, longestTitle);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longestTitle / 2)).trimEnd()}…`;
}
