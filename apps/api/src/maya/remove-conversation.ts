import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { deleteConversation } from "./conversation.store.ts";

/**
 * Deletes a conversation with its turns and cards. Portraits that were made from them stay in the gallery, and
 * generations under way go on: they are paid for.
 *
 * @throws DomainError `not_found`
 */
export const removeConversation = (
  studio: Studio,
  { subjectId }: Caller,
  conversationId: string,
): Promise<void> =>
  studio.actingAs(subjectId, async (tx) => {
    const existed = await deleteConversation(tx, conversationId);
    if (!existed) throw new DomainError("not_found", { what: "conversation" });
    await appendEvent(tx, subjectId, {
      type: "conversation",
      entityId: conversationId,
      at: studio.clock.now(),
    });
  });
