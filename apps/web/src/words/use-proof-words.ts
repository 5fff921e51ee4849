import { proof } from "./en/proof.ts";
import { useRoomWords } from "./room-words.ts";

const catalogue = { "en-GB": proof };

/** What the room of the isolation's proof says. */
export const useProofWords = () => useRoomWords(catalogue);
