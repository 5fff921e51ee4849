import { createTRPCClient, httpBatchStreamLink, type TRPCClient } from "@trpc/client";
import type { AnswerEvent } from "../../src/maya/answer-turn.ts";
import type { AppRouter } from "../../src/trpc/router.ts";

/** A typed client that reads answers as they come. */
export const streamingClient = (url: string, token: string): TRPCClient<AppRouter> =>
  createTRPCClient<AppRouter>({
    links: [httpBatchStreamLink({ url: `${url}/trpc`, headers: { authorization: `Bearer ${token}` } })],
  });

type Begun = Extract<AnswerEvent, { type: "begun" }>;
type Ended = Extract<AnswerEvent, { type: "ended" }>;

/** Reads an answer to its end: the turns it began with, the words and cards that came, and the turn as it is kept. */
export async function readSaid(events: AsyncIterable<AnswerEvent>) {
  let begun: Begun | null = null;
  let ended: Ended | null = null;
  let text = "";
  const cards: Extract<AnswerEvent, { type: "card" }>["card"][] = [];
  for await (const event of events) {
    if (ended !== null) throw new Error(`A ${event.type} came after the end`);
    if (event.type === "begun") begun = event;
    else if (event.type === "words") text += event.text;
    else if (event.type === "card") cards.push(event.card);
    else ended = event;
  }
  if (begun === null || ended === null) throw new Error("The answer has no beginning or no end");
  return { begun: begun.turns, text, cards, turn: ended.turn };
}
