import { useWords } from "./words-context.tsx";

/**
 * What one room says, in every language the page speaks: loaded with the room, so that the first page of a visit does
 * not wait for the words of all the others.
 */
export interface RoomWords<TWords> {
  readonly "en-GB": TWords;
  readonly [language: string]: TWords;
}

/** The words of a room in the language the page speaks; English where the room does not know it. */
export function useRoomWords<TWords>(catalogue: RoomWords<TWords>): TWords {
  return catalogue[useWords().language] ?? catalogue["en-GB"];
}
