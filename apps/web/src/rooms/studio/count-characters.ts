/** Characters as the api counts them: whole code points, so that an emoji is not two. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}
