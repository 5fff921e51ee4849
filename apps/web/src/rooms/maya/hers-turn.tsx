import { useQueries as useEach } from "@tanstack/react-query";

import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { useQueries } from "../../views/use-queries.ts";
import type { GenerationView, TurnView } from "../../views/views.ts";
import { useMayaWords } from "../../words/maya-words.ts";
import { CardTray } from "./card-tray.tsx";
import { ConceptCard } from "./concept-card.tsx";

interface HersTurnProps {
  readonly turn: TurnView;
  readonly generations: readonly GenerationView[];
  readonly isLast: boolean;
  /** Only for the last answer, while nothing was made from it. */
  readonly onTryAgain: (() => void) | undefined;
}

/** What Maya said: her words, her cards, and under them the portraits that were made from them. */
export function HersTurn({ turn, generations, isLast, onTryAgain }: HersTurnProps) {
  const maya = useMayaWords();
  const { id, text, cards, state, problem } = turn;
  const queries = useQueries();
  const read = generations.filter((generation) =>
    cards.some(({ generationIds }) => generationIds.includes(generation.id)),
  );
  // As the letter was read to begin with; what is newer comes by events.
  const asNow = useEach({
    queries: read.map((generation) => ({ ...queries.generation(generation.id), initialData: generation })),
  }).map(({ data }) => data);
  const made = cards.flatMap((card) =>
    asNow
      .filter((generation) => card.generationIds.includes(generation.id))
      .map((generation) => ({ card, generation })),
  );
  const again = state === "proposed" || state === "asked" ? maya.otherIdeas : maya.tryAgain;

  return (
    <div className="hers-turn" aria-busy={state === "answering"}>
      {text !== "" && <p className="hers">{text}</p>}
      {state === "answering" && cards.length === 0 && (
        <p className="hers-writing">
          <span className="unseen">{maya.writing}</span>
          <span aria-hidden="true">…</span>
        </p>
      )}
      {cards.length > 0 && (
        <ul className="cards" data-count={cards.length} aria-label={maya.cards(cards.length)}>
          {cards.map((card) => (
            <ConceptCard
              key={card.number}
              turnId={id}
              card={card}
              generations={made.filter((one) => one.card === card).map((one) => one.generation)}
              isSettled={state !== "answering"}
            />
          ))}
        </ul>
      )}
      {problem !== null && (
        <div className="hers-problem">
          <ProblemNotice what={problem.message} fix={problem.fix}>
            {state !== "refused" && onTryAgain !== undefined && (
              <button type="button" className="word" onClick={onTryAgain}>
                {maya.tryAgain}
              </button>
            )}
          </ProblemNotice>
        </div>
      )}
      {isLast && problem === null && onTryAgain !== undefined && state !== "answering" && (
        <button type="button" className="word hers-again" onClick={onTryAgain}>
          {again}
        </button>
      )}
      {made.map(({ card, generation }) => (
        <CardTray key={generation.id} title={card.title} generation={generation} />
      ))}
    </div>
  );
}
