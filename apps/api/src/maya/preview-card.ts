import type { z } from "zod";
import { previewGeneration } from "../generations/preview-generation.ts";
import type { promptPreview } from "../generations/prompt-preview.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { cardWish } from "./card-wish.ts";
import { findTurn } from "./conversation.store.ts";
import { type CardAddress, findCard } from "./find-card.ts";

/**
 * The prompt that a card would be sent with, clause by clause; nothing is stored or sent.
 *
 * @throws DomainError `not_found` and those of `planPrompt`
 */
export const previewCard = async (
  studio: Studio,
  caller: Caller,
  address: CardAddress,
): Promise<z.infer<typeof promptPreview>> => {
  const turn = await studio.readingAs(caller.subjectId, (tx) => findTurn(tx, address.turnId));
  return previewGeneration(studio, caller, cardWish(findCard(turn, address).card));
};
