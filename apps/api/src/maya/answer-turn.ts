import type { z } from "zod";
import { appendEvent } from "../events/event.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { answerLeaseMs, type BegunAnswer } from "./begin-answer.ts";
import type { ConceptCard } from "./concept-card.ts";
import { type TurnRow, updateAnsweringTurn } from "./conversation.store.ts";
import { type cardView, toTurnView, type turnView } from "./conversation-view.ts";
import type { StylistEvent } from "./stylist-engine.ts";
import { withStanding } from "./usual/with-standing.ts";

type TurnView = z.infer<typeof turnView>;

/** An answer as a reader gets it: the turns that are new, words and cards as they come, the turn as it is kept. */
export type AnswerEvent =
  | { readonly type: "begun"; readonly turns: readonly TurnView[] }
  | { readonly type: "words"; readonly text: string }
  | { readonly type: "card"; readonly card: z.infer<typeof cardView> }
  | { readonly type: "ended"; readonly turn: TurnView };

type Outcome = Pick<TurnRow, "state" | "problem">;

/** How often what came so far is written down, and the lease renewed. */
const keepEveryMs = 2_000;

/** What no database keeps, and no page shows. */
const unseen = /[^\P{Cc}\t\n]|\p{Cs}/gu;

const stopped: Outcome = { state: "stopped", problem: null };

const outcomeOf = (event: StylistEvent & { readonly type: "end" }): Outcome => {
  switch (event.outcome) {
    case "proposed":
    case "asked":
      return { state: event.outcome, problem: null };
    case "refused":
      return { state: "refused", problem: event.refusal };
    case "failed":
      return event.error.code === "canceled" ? stopped : { state: "failed", problem: event.error.code };
  }
};

/**
 * Lets the stylist answer and keeps what it says: every two seconds while it speaks, and whole when it ends. A reader
 * that goes away has stopped it. The engine gets words and cards alone; ids, trigger words and owners stay here.
 */
export async function* answerTurn(
  studio: Studio,
  { subjectId }: Caller,
  begun: BegunAnswer,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const { conversationId, turns, answer, standing, added } = begun;
  const view = (row: TurnRow): TurnView => toTurnView(row, [], studio.clock.now());
  let text = "";
  const cards: ConceptCard[] = [];
  let outcome: Outcome = stopped;

  let keeping: Promise<unknown> = Promise.resolve();
  const keep = (): void => {
    keeping = keeping.then(() =>
      studio
        .actingAs(subjectId, (tx) =>
          updateAnsweringTurn(tx, answer.id, {
            text,
            cards,
            answeringUntil: new Date(studio.clock.now().getTime() + answerLeaseMs),
          }),
        )
        .catch((error: unknown) =>
          studio.log.warn({ error }, "what Maya says could not be written down this time"),
        ),
    );
  };
  const timer = setInterval(keep, keepEveryMs);
  const end = async (): Promise<TurnRow | undefined> => {
    clearInterval(timer);
    await keeping;
    return studio.actingAs(subjectId, async (tx) => {
      const kept = await updateAnsweringTurn(tx, answer.id, {
        text,
        cards,
        ...outcome,
        answeringUntil: null,
      });
      const at = studio.clock.now();
      if (kept !== undefined)
        await appendEvent(tx, subjectId, { type: "conversation", entityId: conversationId, at });
      return kept;
    });
  };

  let kept: TurnRow | undefined;
  try {
    yield { type: "begun", turns: added.map(view) };
    const request = {
      turns: turns.map(({ from, text: said, cards: proposed }) => ({ from, text: said, cards: proposed })),
      seed: answer.seed,
      signal,
    };
    for await (const event of studio.stylist.answer(request)) {
      if (event.type === "words") {
        const words = event.text.replaceAll(unseen, "");
        text += words;
        yield { type: "words", text: words };
      } else if (event.type === "card") {
        const card = withStanding(event.card, standing);
        cards.push(card);
        yield { type: "card", card: { ...card, number: cards.length, generationIds: [] } };
      } else {
        outcome = outcomeOf(event);
      }
    }
  } catch (error) {
    outcome = { state: "failed", problem: "unknown" };
    throw error;
  } finally {
    // Also when the reader has gone: what came until then is kept.
    kept = await end();
  }
  if (kept !== undefined) yield { type: "ended", turn: view(kept) };
}
