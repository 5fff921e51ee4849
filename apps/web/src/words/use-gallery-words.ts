import { gallery } from "./en/gallery.ts";
import { useRoomWords } from "./room-words.ts";

const catalogue = { "en-GB": gallery };

/** What the gallery says. */
export const useGalleryWords = () => useRoomWords(catalogue);
