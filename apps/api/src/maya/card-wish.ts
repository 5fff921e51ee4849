import type { GenerationWish } from "../generations/plan-generation.ts";
import type { ConceptCard } from "./concept-card.ts";

/** What a card asks for, as a generation takes it. */
export const cardWish = (card: ConceptCard): GenerationWish => ({
  service: "maya",
  brief: card.brief,
  expression: card.expression,
  enhancement: "none",
  presetId: card.presetId,
  changes: card.changes,
  outputs: card.portraits,
});
