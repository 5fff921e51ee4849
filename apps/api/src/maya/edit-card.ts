import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { checkDraft } from "./check-draft.ts";
import { listCardGenerations, lockTurn, updateTurn } from "./conversation.store.ts";
import { toTurnView, type turnView } from "./conversation-view.ts";
import { type CardAddress, findCard } from "./find-card.ts";
import { type CardChanges, reviseCard } from "./revise-card.ts";

/**
 * Changes a card that nothing was made from yet; its words are checked like anybody's.
 *
 * @throws DomainError `not_found`, `card_refused`, `turn_in_use`, `conversation_answering`
 */
export const editCard = (
  studio: Studio,
  { subjectId }: Caller,
  address: CardAddress,
  changes: CardChanges,
): Promise<z.infer<typeof turnView>> =>
  studio.actingAs(subjectId, async (tx) => {
    const { turn, card } = findCard(await lockTurn(tx, address.turnId), address);
    const now = studio.clock.now();
    // While it is answered the whole turn is written again and again.
    if (turn.answeringUntil !== null && turn.answeringUntil > now)
      throw new DomainError("conversation_answering", {});
    const made = await listCardGenerations(tx, [turn.id]);
    if (made.some(({ cardNumber }) => cardNumber === address.cardNumber))
      throw new DomainError("turn_in_use", {});
    const checked = checkDraft(reviseCard(card, changes));
    if (!checked.ok) {
      const { code, message } = checked.error;
      throw new DomainError("card_refused", { code, reason: message });
    }
    const cards = turn.cards.with(address.cardNumber - 1, checked.value);
    const updated = await updateTurn(tx, turn.id, { cards });
    if (updated === undefined) throw new Error(`There is no turn ${turn.id} to change`);
    await appendEvent(tx, subjectId, { type: "conversation", entityId: turn.conversationId, at: now });
    return toTurnView(updated, made, now);
  });
