import type { CardView, TurnView } from "../client/views.ts";

/** A turn as a person reads it in a terminal: who said what, then the cards by number. */
export function linesOfTurn({ from, text, cards, problem }: TurnView): string[] {
  const said = from === "person" ? `You: ${text}` : `Maya: ${text}`;
  return [
    ...(text === "" ? [] : [said]),
    ...(problem === null ? [] : [`${problem.message} ${problem.fix}`]),
    ...cards.flatMap(linesOfCard),
  ];
}

const linesOfCard = (card: CardView): string[] => [
  "",
  `${card.number}. ${card.title}${card.generationIds.length > 0 ? "  (made)" : ""}`,
  `   ${card.why}`,
  `   ${card.brief}`,
  `   ${[
    card.expression,
    card.framing,
    card.presetId,
    ...Object.entries(card.changes).map(([name, value]) => `${name} ${value}`),
  ].join(", ")}`,
  `   ${card.portraits === 1 ? "1 portrait" : `${card.portraits} portraits`}, ${card.cost === 1 ? "1 credit" : `${card.cost} credits`}`,
];
