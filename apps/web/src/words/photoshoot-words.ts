import { photoshoot } from "./en/photoshoot.ts";
import type { RoomWords } from "./room-words.ts";

/** What the lookbook and its sheets say, by language. */
export const photoshootWords = { "en-GB": photoshoot } satisfies RoomWords<typeof photoshoot>;
