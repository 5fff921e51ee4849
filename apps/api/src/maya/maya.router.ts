import { z } from "zod";
import { limitedProcedure, mappedFeed, router } from "../trpc/procedures.ts";
import { cardCount, conceptCard } from "./concept-card.ts";

const turnLimits = { turns: 40, characters: 2_000 } as const;
const highestSeed = 2_147_483_647;

const turn = z.strictObject({
  from: z.enum(["person", "maya"]),
  text: z.string().max(turnLimits.characters),
  cards: z.array(conceptCard).max(cardCount.most).default([]),
});

const conversation = z
  .array(turn)
  .min(1)
  .max(turnLimits.turns)
  .refine((turns) => turns.at(-1)?.from === "person", { message: "the last turn is the person's" });

/** Maya, the stylist: she proposes; nothing is made and nothing is stored. */
export const mayaRouter = router({
  /** Her answer to a conversation, as it comes: words, then cards, then how it ended. The last turn is the person's. */
  propose: limitedProcedure("talk")
    .input(
      z.strictObject({
        turns: conversation,
        /** The same seed and turns give the same answer from the offline engine. */
        seed: z.int().min(1).max(highestSeed).optional(),
      }),
    )
    .mutation(async function* ({ ctx, input, signal }) {
      const { stylist, identifiers } = ctx.studio;
      yield* mappedFeed(
        stylist.answer({
          turns: input.turns,
          seed: input.seed ?? identifiers.randomWhole(1, highestSeed),
          signal: signal ?? new AbortController().signal,
        }),
        ctx,
      );
    }),
});
