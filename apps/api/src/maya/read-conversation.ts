import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { listPortraitsOf } from "../gallery/portrait.store.ts";
import { toGenerationView } from "../generations/generation-view.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { conversationLimits } from "./conversation-limits.ts";
import { findConversation, listCardGenerations, listTurns } from "./conversation.store.ts";
import { type conversationView, toConversationSummary, toTurnView } from "./conversation-view.ts";

/**
 * One of the caller's conversations: its turns, and what was made from their cards as it is now.
 *
 * @throws DomainError `not_found`
 */
export const readConversation = (
  studio: Studio,
  { subjectId }: Caller,
  conversationId: string,
): Promise<z.infer<typeof conversationView>> =>
  studio.readingAs(subjectId, async (tx) => {
    const conversation = await findConversation(tx, conversationId);
    if (conversation === undefined) throw new DomainError("not_found", { what: "conversation" });
    const turns = await listTurns(tx, conversationId);
    const made = await listCardGenerations(
      tx,
      turns.map(({ id }) => id),
    );
    const portraits = await listPortraitsOf(
      tx,
      made.map(({ generation }) => generation.id),
    );
    const now = studio.clock.now();
    return {
      ...toConversationSummary(conversation),
      turns: turns.map((turn) => toTurnView(turn, made, now)),
      generations: made.map(({ generation }) =>
        toGenerationView(
          generation,
          portraits.filter(({ generationId }) => generationId === generation.id),
        ),
      ),
      turnsLeft: Math.max(0, Math.floor((conversationLimits.turns - turns.length) / 2)),
      stylist: studio.stylist.id,
    };
  });
