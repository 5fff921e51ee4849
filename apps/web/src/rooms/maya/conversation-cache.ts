import type { ConversationView, TurnView } from "../../views/views.ts";

/** What is asked of Maya: something new, the last turn in other words, or another answer to it. */
export type Asked =
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "say-instead"; readonly text: string }
  | { readonly kind: "try-again" };

/** Which turns stand while what is asked is under way: the rest is replaced. */
const standing = (turns: readonly TurnView[], kind: Asked["kind"]): readonly TurnView[] => {
  const lastSaid = turns.findLastIndex(({ from }) => from === "person");
  if (kind === "say" || lastSaid === -1) return turns;
  return turns.slice(0, kind === "say-instead" ? lastSaid : lastSaid + 1);
};

/** A conversation with the turns that an answer begins with; a read that was faster has them already. */
export function withBegun(
  conversation: ConversationView,
  kind: Asked["kind"],
  begun: readonly TurnView[],
): ConversationView {
  const known = new Set(conversation.turns.map(({ id }) => id));
  if (begun.every(({ id }) => known.has(id))) return conversation;
  return { ...conversation, turns: [...standing(conversation.turns, kind), ...begun] };
}

/** A conversation with one turn as it is now. */
export function withTurn(conversation: ConversationView, turn: TurnView): ConversationView {
  return {
    ...conversation,
    turns: conversation.turns.map((one) => (one.id === turn.id ? turn : one)),
  };
}
