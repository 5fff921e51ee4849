const longest = 60;

/**
 * The title of a conversation that nobody has named: how it begins, cut after a whole word.
 *
 * @example
 * titleOf("I need something for the jacket of my book. Serious, but not cold."); // "I need something for the jacket of my book"
 */
export const titleOf = (text: string): string => {
  const [sentence = ""] = text.trim().split(/(?<=[.!?。！？])\s|\n/u);
  const line = sentence.replaceAll(/\s+/gu, " ").replace(/[.!?,;:。！？]+$/u, "");
  const characters = Array.from(line);
  if (characters.length <= longest) return line === "" ? "…" : line;
  const cut = characters.slice(0, longest - 1).join("");
  const lastSpace = cut.lastIndexOf(" ");
  return `${lastSpace > longest / 2 ? cut.slice(0, lastSpace) : cut}…`;
};
