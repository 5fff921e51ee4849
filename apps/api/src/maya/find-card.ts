import { DomainError } from "../errors/domain-error.ts";
import type { ConceptCard } from "./concept-card.ts";
import type { TurnRow } from "./conversation.store.ts";

/** Which card: the turn it belongs to, and its place there from 1. */
export interface CardAddress {
  readonly turnId: string;
  readonly cardNumber: number;
}

/**
 * The card at an address.
 *
 * @throws DomainError `not_found`
 */
export const findCard = (
  turn: TurnRow | undefined,
  { cardNumber }: CardAddress,
): { readonly turn: TurnRow; readonly card: ConceptCard } => {
  const card = turn?.cards[cardNumber - 1];
  if (turn === undefined || card === undefined) throw new DomainError("not_found", { what: "card" });
  return { turn, card };
};
