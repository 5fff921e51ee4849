import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { listPortraitsOf } from "../gallery/portrait.store.ts";
import { createGenerationIn } from "../generations/create-generation-in.ts";
import { findGenerationByKey, type GenerationRow } from "../generations/generation.store.ts";
import { type generationView, toGenerationView } from "../generations/generation-view.ts";
import { noteRefusal } from "../isolation/note-refusal.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { cardWish } from "./card-wish.ts";
import { findCardOf, findTurn, insertCardGeneration } from "./conversation.store.ts";
import { type CardAddress, findCard } from "./find-card.ts";

/** A card as it was shown when the person said yes to it. */
export interface CardOrder extends CardAddress {
  /** The cost that stood on the button, in credits. */
  readonly cost: number;
  /** One for each press: the same one makes nothing twice. */
  readonly idempotencyKey: string;
}

/**
 * Makes what a card asks for: generation, reservation, the bond with the card and the events exist together or not at
 * all. The same key gives the same generation again.
 *
 * @throws DomainError `not_found`, `card_changed` and those of `createGenerationIn`
 */
export const makeCard = (
  studio: Studio,
  caller: Caller,
  order: CardOrder,
): Promise<z.infer<typeof generationView>> =>
  noteRefusal(studio, caller.subjectId, () =>
    studio.actingAs(caller.subjectId, async (tx) => {
      // Held to the end: the same press, sent twice at once, is one generation and one bond.
      await lockSubject(tx, caller.subjectId);
      const generation = (await findMade(tx, order)) ?? (await make(studio, tx, caller, order));
      return toGenerationView(generation, await listPortraitsOf(tx, [generation.id]));
    }),
  );

const findMade = async (
  tx: SubjectTransaction,
  { turnId, cardNumber, idempotencyKey }: CardOrder,
): Promise<GenerationRow | undefined> => {
  const earlier = await findGenerationByKey(tx, idempotencyKey);
  if (earlier === undefined) return undefined;
  const card = await findCardOf(tx, earlier.id);
  // A key of another card, or of another door, asks for nothing that is here.
  if (card?.turnId !== turnId || card.cardNumber !== cardNumber)
    throw new DomainError("not_found", { what: "card" });
  return earlier;
};

const make = async (
  studio: Studio,
  tx: SubjectTransaction,
  caller: Caller,
  order: CardOrder,
): Promise<GenerationRow> => {
  const { subjectId } = caller;
  const { turn, card } = findCard(await findTurn(tx, order.turnId), order);
  if (card.cost !== order.cost) throw new DomainError("card_changed", { cost: card.cost, shown: order.cost });
  const wish = { ...cardWish(card), seed: null, idempotencyKey: order.idempotencyKey };
  const generation = await createGenerationIn(studio, tx, caller, wish);
  await insertCardGeneration(tx, {
    generationId: generation.id,
    subjectId,
    turnId: turn.id,
    cardNumber: order.cardNumber,
  });
  await appendEvent(tx, subjectId, {
    type: "conversation",
    entityId: turn.conversationId,
    at: studio.clock.now(),
  });
  return generation;
};
