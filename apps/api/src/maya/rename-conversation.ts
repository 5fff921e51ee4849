import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { updateConversation } from "./conversation.store.ts";
import { type conversationSummary, toConversationSummary } from "./conversation-view.ts";

/**
 * Gives a conversation another title.
 *
 * @throws DomainError `not_found`
 */
export const renameConversation = (
  studio: Studio,
  { subjectId }: Caller,
  conversationId: string,
  title: string,
): Promise<z.infer<typeof conversationSummary>> =>
  studio.actingAs(subjectId, async (tx) => {
    const renamed = await updateConversation(tx, conversationId, { title });
    if (renamed === undefined) throw new DomainError("not_found", { what: "conversation" });
    await appendEvent(tx, subjectId, {
      type: "conversation",
      entityId: conversationId,
      at: studio.clock.now(),
    });
    return toConversationSummary(renamed);
  });
