import { portrait } from "./en/portrait.ts";
import { useRoomWords } from "./room-words.ts";

const catalogue = { "en-GB": portrait };

/** What the room of one portrait says. */
export const usePortraitWords = () => useRoomWords(catalogue);
