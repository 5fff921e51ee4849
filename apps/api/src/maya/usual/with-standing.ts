import type { ConceptCard } from "../concept-card.ts";
import type { ChangeProposal } from "./propose-change.ts";

/** A card with the changes that stand for its preset; what the card says itself goes first. */
export const withStanding = (
  card: ConceptCard,
  standing: readonly Pick<ChangeProposal, "presetId" | "parameter" | "after">[],
): ConceptCard => {
  const own = standing.filter(({ presetId }) => presetId === card.presetId);
  if (own.length === 0) return card;
  const changes = Object.fromEntries(own.map(({ parameter, after }) => [parameter, after]));
  return { ...card, changes: { ...changes, ...card.changes } };
};
