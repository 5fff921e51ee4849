import { z } from "zod";
import { generationView } from "../generations/generation-view.ts";
import { conceptCard } from "./concept-card.ts";
import type { CardGenerationRow, ConversationRow, TurnRow } from "./conversation.store.ts";
import { isTurnProblem, turnProblems } from "./turn-problem.ts";

/** A conversation in a list. */
export const conversationSummary = z.object({
  id: z.uuid(),
  /** Null while nothing was said in it. */
  title: z.string().nullable(),
  saidAt: z.iso.datetime(),
});

/** A card with its place in its turn, from 1, and what was made from it, oldest first. */
export const cardView = conceptCard.extend({
  number: z.int().min(1),
  generationIds: z.array(z.uuid()),
});

/** A turn as a page shows it. */
export const turnView = z.object({
  id: z.uuid(),
  from: z.enum(["person", "maya"]),
  text: z.string(),
  cards: z.array(cardView),
  /** `said` for a person's; `stopped`, `cut-off` and `failed` keep what came until then. */
  state: z.enum(["said", "answering", "proposed", "asked", "refused", "stopped", "cut-off", "failed"]),
  problem: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
});

/** A conversation with everything in it. */
export const conversationView = conversationSummary.extend({
  turns: z.array(turnView),
  /** What was made from its cards. */
  generations: z.array(generationView),
  /** Turns of the person that still find room. */
  turnsLeft: z.int().min(0),
  /** Who answers: the offline composer, or a language model. */
  stylist: z.enum(["offline", "endpoint"]),
});

/** Puts a conversation into the form of a list. */
export const toConversationSummary = (row: ConversationRow): z.infer<typeof conversationSummary> => ({
  id: row.id,
  title: row.title,
  saidAt: row.saidAt.toISOString(),
});

/** What a turn says of itself at a moment: one that fell silent while it was being answered was cut off. */
export const turnStateAt = ({ state, answeringUntil }: TurnRow, now: Date): TurnRow["state"] =>
  answeringUntil !== null && answeringUntil.getTime() <= now.getTime() ? "cut-off" : state;

/** Puts a turn into the page's form. */
export const toTurnView = (
  row: TurnRow,
  made: readonly CardGenerationRow[],
  now: Date,
): z.infer<typeof turnView> => {
  const state = turnStateAt(row, now);
  const code = state === "stopped" || state === "cut-off" ? state : row.problem;
  return {
    id: row.id,
    from: row.from,
    text: row.text,
    cards: row.cards.map((card, at) => ({
      ...card,
      number: at + 1,
      generationIds: made
        .filter(({ turnId, cardNumber }) => turnId === row.id && cardNumber === at + 1)
        .map(({ generation }) => generation.id),
    })),
    state,
    problem: code !== null && isTurnProblem(code) ? { code, ...turnProblems[code] } : null,
    createdAt: row.createdAt.toISOString(),
  };
};
