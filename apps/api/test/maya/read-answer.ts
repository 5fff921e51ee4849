import type { ConceptCard } from "../../src/maya/concept-card.ts";
import type { StylistEvent } from "../../src/maya/stylist-engine.ts";

type End = Extract<StylistEvent, { type: "end" }>;

/** Reads an answer to its end; fails when there is none, or anything behind it. */
export async function readAnswer(
  events: AsyncIterable<StylistEvent>,
): Promise<{ readonly text: string; readonly cards: readonly ConceptCard[]; readonly end: End }> {
  let text = "";
  const cards: ConceptCard[] = [];
  let end: End | null = null;
  for await (const event of events) {
    if (end !== null) throw new Error(`A ${event.type} came after the end`);
    if (event.type === "words") text += event.text;
    else if (event.type === "card") cards.push(event.card);
    else end = event;
  }
  if (end === null) throw new Error("The answer has no end");
  return { text, cards, end };
}
