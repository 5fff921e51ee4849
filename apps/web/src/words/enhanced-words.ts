import { enhanced } from "./en/enhanced.ts";
import type { RoomWords } from "./room-words.ts";

/** What Enhanced says, by language. */
export const enhancedWords = { "en-GB": enhanced } satisfies RoomWords<typeof enhanced>;
