import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState, type FormEvent } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Choices } from "../../parts/choices.tsx";
import { PriceNote } from "../../parts/price-note.tsx";
import { useTRPC } from "../../trpc.ts";
import { usePrice } from "../../views/use-price.ts";
import { useRequestId } from "../../views/use-request-id.ts";
import type { EnhancingLevel, Expression, LevelView } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";
import { useRoomWords } from "../../words/room-words.ts";
import { enhancedWords } from "../../words/enhanced-words.ts";
import { expressionOrder } from "../../parts/expression-order.ts";
import { LevelChoice } from "./level-choice.tsx";
import "../../parts/brief-text.css";

const asItComes = "as-it-comes";

/** A brief of which both are made: the plain run and the enhanced one. */
export function EnhanceBrief({ levels }: { levels: readonly LevelView[] }) {
  const { studio, credits } = useWords();
  const enhanced = useRoomWords(enhancedWords);
  const trpc = useTRPC();
  const cache = useLiveCache();
  const navigate = useNavigate();
  const briefId = useId();
  const problemId = useId();
  const priceId = useId();
  const [brief, setBrief] = useState("");
  const [expression, setExpression] = useState<Expression | null>(null);
  const [level, setLevel] = useState<EnhancingLevel>("subtle");
  const [missing, setMissing] = useState(false);
  const price = usePrice("portrait", 2);
  const request = useRequestId(JSON.stringify({ brief, expression, level }));
  const create = useMutation(
    trpc.enhanced.create.mutationOptions({
      async onSuccess(pair) {
        request.renew();
        cache.writePair(pair);
        await navigate({ to: "/enhanced/$pairId", params: { pairId: pair.id } });
      },
    }),
  );
  const stopped = create.isPending || price.isTooMuch || levels.length === 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    const isEmpty = brief.trim() === "";
    setMissing(isEmpty);
    if (isEmpty || stopped) return;
    create.mutate({
      brief,
      level,
      idempotencyKey: request.id,
      ...(expression === null ? {} : { expression }),
    });
  }

  return (
    <form className="two" noValidate onSubmit={submit}>
      <div className="enhance-desk">
        <label className="unseen" htmlFor={briefId}>
          {studio.brief}
        </label>
        <textarea
          id={briefId}
          className="brief-text"
          rows={2}
          placeholder={studio.briefPlaceholder}
          value={brief}
          aria-describedby={problemId}
          aria-invalid={missing ? true : undefined}
          onChange={({ target }) => {
            setMissing(false);
            setBrief(target.value);
          }}
        />
        <p className="brief-problem" id={problemId} role="alert">
          {missing && studio.briefEmpty}
        </p>
        <Choices
          label={studio.expression}
          value={expression ?? asItComes}
          options={[
            { value: asItComes, label: studio.asItComes },
            ...expressionOrder.map((value) => ({ value, label: studio.expressions[value] })),
          ]}
          onChange={(value) => setExpression(value === asItComes ? null : value)}
        />
      </div>
      <div className="enhance-desk">
        <LevelChoice levels={levels} value={level} onChange={setLevel} />
        <button type="submit" className="press press-wide" aria-disabled={stopped} aria-describedby={priceId}>
          {create.isPending
            ? enhanced.enhancing
            : price.cost === undefined
              ? enhanced.both
              : credits.priced(enhanced.both, price.cost)}
        </button>
        <PriceNote id={priceId} price={price} />
        <p className="tiny quiet">{enhanced.bothNote}</p>
        {create.isError && <CallProblem error={create.error} />}
      </div>
    </form>
  );
}
