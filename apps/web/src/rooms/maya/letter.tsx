import type { ConversationView, TurnView } from "../../views/views.ts";
import type { Asked } from "./conversation-cache.ts";
import { HersTurn } from "./hers-turn.tsx";
import type { AnswerDesk } from "./use-answer.ts";
import { YoursTurn } from "./yours-turn.tsx";

interface LetterProps {
  readonly conversation: ConversationView;
  readonly desk: AnswerDesk;
  readonly answering: boolean;
  readonly onSay: (asked: Asked) => Promise<boolean>;
}

/** What was said so far, hers and yours, with what comes in at this moment laid over what is stored. */
export function Letter({
  conversation: { turns, generations },
  desk: { coming },
  answering,
  onSay,
}: LetterProps) {
  const lastSaid = turns.findLastIndex(({ from }) => from === "person");
  const answer = turns.at(-1);
  // What was made from a card keeps the answer it stands in, and the turn before it.
  const isBound = answer?.cards.some(({ generationIds }) => generationIds.length > 0) === true;
  const isOpen = !answering && !isBound;

  return turns.map((turn, at) =>
    turn.from === "person" ? (
      <YoursTurn
        key={turn.id}
        text={turn.text}
        onSayInstead={isOpen && at === lastSaid ? (text) => onSay({ kind: "say-instead", text }) : undefined}
      />
    ) : (
      <HersTurn
        key={turn.id}
        turn={asItComes(turn, coming)}
        generations={generations}
        isLast={at === turns.length - 1}
        onTryAgain={isOpen && at === turns.length - 1 ? () => void onSay({ kind: "try-again" }) : undefined}
      />
    ),
  );
}

const asItComes = (turn: TurnView, coming: AnswerDesk["coming"]): TurnView =>
  coming !== null && coming.turnId === turn.id && turn.state === "answering"
    ? { ...turn, text: coming.text, cards: [...coming.cards] }
    : turn;
