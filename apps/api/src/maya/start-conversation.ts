import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findUnusedConversation, insertConversation } from "./conversation.store.ts";
import { type conversationSummary, toConversationSummary } from "./conversation-view.ts";

/** Opens an empty conversation; one that is empty already is given again. */
export const startConversation = (
  studio: Studio,
  { subjectId }: Caller,
): Promise<z.infer<typeof conversationSummary>> =>
  studio.actingAs(subjectId, async (tx) => {
    // Held to the end: two requests at once open one.
    await lockSubject(tx, subjectId);
    const unused = await findUnusedConversation(tx, subjectId);
    if (unused !== undefined) return toConversationSummary(unused);
    const now = studio.clock.now();
    const conversation = {
      id: studio.identifiers.next(),
      subjectId,
      title: null,
      createdAt: now,
      saidAt: now,
    };
    await insertConversation(tx, conversation);
    return toConversationSummary(conversation);
  });
