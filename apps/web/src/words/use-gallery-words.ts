import { gallery } from "./en/gallery.ts";
import { useRoomWords } from "./room-words.ts";

/** What a second language has to fill, too. */
export type GalleryWords = typeof gallery;

const catalogue = { "en-GB": gallery };

/** What the gallery says. */
export const useGalleryWords = () => useRoomWords(catalogue);
