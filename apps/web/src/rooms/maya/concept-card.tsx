import { Collapsible } from "@base-ui/react/collapsible";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { FramingSketch } from "../../parts/framing-sketch.tsx";
import { PromptVerse } from "../../parts/prompt-verse.tsx";
import { useTRPC } from "../../trpc.ts";
import { usePrice } from "../../views/use-price.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { CardView, GenerationView } from "../../views/views.ts";
import { useMayaWords } from "../../words/maya-words.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { CardForm } from "./card-form.tsx";
import { cardLines } from "./card-lines.ts";

interface ConceptCardProps {
  readonly turnId: string;
  readonly card: CardView;
  /** What was made from it. */
  readonly generations: readonly GenerationView[];
  /** Whether its answer is over: only then can it be changed or made. */
  readonly isSettled: boolean;
}

/** One idea as an index card: what it says, what it costs, and the one button that makes it. */
export function ConceptCard({ turnId, card, generations, isSettled }: ConceptCardProps) {
  const maya = useMayaWords();
  const { credits, studio } = useWords();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const titleId = useId();
  const isMade = generations.length > 0;

  if (isEditing && !isMade)
    return (
      <li className="card card-open">
        <CardForm turnId={turnId} card={card} onDone={() => setEditing(false)} />
      </li>
    );

  const asked = generations.reduce((sum, { outputs }) => sum + outputs, 0);
  const made = generations.reduce((sum, { portraits }) => sum + portraits.length, 0);
  const held = generations.reduce(
    (sum, { endedAt, outputs, portraits }) => sum + (endedAt === null ? outputs - portraits.length : 0),
    0,
  );
  return (
    <li className="card" data-made={isMade ? "" : undefined}>
      <article aria-labelledby={titleId}>
        <div className="card-head">
          <h2 id={titleId}>
            <span className="card-number numbers">{card.number}</span> {card.title}
          </h2>
          <FramingSketch framing={card.framing} />
        </div>
        <p className="card-why">{card.why}</p>
        <dl>
          {cardLines({ maya, studio }, format, card).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {isMade && (
          <p className="card-became numbers">
            {maya.card.became(made, asked)}
            {held > 0 && ` · ${maya.card.held(credits.inCredits(held))}`}
          </p>
        )}
        <MakeButton turnId={turnId} card={card} isMore={isMade} isSettled={isSettled} />
        <div className="card-ways">
          {isSettled && !isMade && (
            <button
              type="button"
              className="word"
              aria-label={maya.card.editSpoken(card.title)}
              onClick={() => setEditing(true)}
            >
              {maya.card.edit}
            </button>
          )}
          {isSettled && <CardPrompt turnId={turnId} card={card} />}
        </div>
      </article>
    </li>
  );
}

function MakeButton({
  turnId,
  card,
  isMore,
  isSettled,
}: Pick<ConceptCardProps, "turnId" | "card" | "isSettled"> & { readonly isMore: boolean }) {
  const maya = useMayaWords();
  const { credits } = useWords();
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const cache = useLiveCache();
  const model = useQuery(queries.model());
  const price = usePrice("portrait", card.portraits);
  // One press is one key: a second try of the same press makes nothing twice.
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const make = useMutation(
    trpc.maya.makeCard.mutationOptions({
      onSuccess(generation) {
        setKey(crypto.randomUUID());
        cache.writeGeneration(generation);
        return queryClient.invalidateQueries({ queryKey: trpc.maya.read.queryKey() });
      },
    }),
  );
  if (model.data !== undefined && model.data?.ready !== true)
    return (
      <Link className="press press-plain press-low card-make" to="/you/face">
        {maya.card.modelFirst}
      </Link>
    );

  const disabled = !isSettled || make.isPending || price.isTooMuch;
  const act = isMore ? maya.card.more(card.portraits) : maya.card.make(card.portraits);
  return (
    <>
      <button
        type="button"
        className="press press-plain press-low card-make"
        aria-disabled={disabled}
        aria-label={`${credits.priced(act, card.cost)}: ${card.title}`}
        onClick={() =>
          disabled || make.mutate({ turnId, cardNumber: card.number, cost: card.cost, idempotencyKey })
        }
      >
        {make.isPending ? maya.card.making : credits.priced(act, card.cost)}
      </button>
      {price.isTooMuch && price.cost !== undefined && price.balance !== undefined && (
        <p className="tiny">{credits.tooFew(price.cost, price.balance.available)}</p>
      )}
      {make.isError && <CallProblem error={make.error} />}
    </>
  );
}

function CardPrompt({ turnId, card }: Pick<ConceptCardProps, "turnId" | "card">) {
  const maya = useMayaWords();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const preview = useQuery(
    trpc.maya.previewCard.queryOptions({ turnId, cardNumber: card.number }, { enabled: open, staleTime: 0 }),
  );
  return (
    <Collapsible.Root className="card-prompt" open={open} onOpenChange={(next) => setOpen(next)}>
      <Collapsible.Trigger className="word" aria-label={maya.card.promptSpoken(card.title)}>
        {maya.card.prompt}
      </Collapsible.Trigger>
      <Collapsible.Panel className="card-prompt-panel">
        <PromptVerse preview={preview} />
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
