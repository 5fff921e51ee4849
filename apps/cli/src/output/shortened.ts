/** Text of at most so many characters, cut with an ellipsis; counted as people count, so that no emoji is halved. */
export function shortened(text: string, maximumCharacters: number): string {
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  if (characters.length <= maximumCharacters) return text;
  return `${characters.slice(0, maximumCharacters - 1).join("")}…`;
}
