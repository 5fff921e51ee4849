import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { PriceNote } from "../../parts/price-note.tsx";
import { useTRPC } from "../../trpc.ts";
import { usePrice } from "../../views/use-price.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { PortraitDetail } from "../../views/views.ts";
import { usePortraitWords } from "../../words/use-portrait-words.ts";
import { useWords } from "../../words/words-context.tsx";
import { downloadAddress } from "../../parts/download-address.ts";
import { useKeep } from "../gallery/use-keep.ts";

/** What one can do with a portrait: make another like it, keep it, take it home. */
export function PortraitActs({ portrait, onTrash }: { portrait: PortraitDetail; onTrash: () => void }) {
  const words = usePortraitWords();
  const { credits } = useWords();
  const trpc = useTRPC();
  const queries = useQueries();
  const cache = useLiveCache();
  const navigate = useNavigate();
  const keep = useKeep();
  const generation = useQuery(queries.generation(portrait.generationId));
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());

  const another = useMutation(
    trpc.generations.create.mutationOptions({
      async onSuccess(made) {
        setRequestId(crypto.randomUUID());
        cache.writeGeneration(made);
        await navigate({ to: "/studio" });
      },
    }),
  );

  const expression = generation.data?.expression ?? null;
  const price = usePrice("portrait", 1);
  const priceId = useId();
  const waiting = generation.data === undefined || another.isPending || price.isTooMuch;

  return (
    <div className="acts">
      <button
        type="button"
        className="press press-wide"
        aria-disabled={waiting}
        aria-describedby={price.isTooMuch ? priceId : undefined}
        onClick={() =>
          waiting ||
          another.mutate({
            brief: portrait.brief,
            outputs: 1,
            idempotencyKey: requestId,
            ...(expression === null ? {} : { expression }),
          })
        }
      >
        {another.isPending
          ? words.anotherSending
          : price.cost === undefined
            ? words.another
            : credits.priced(words.another, price.cost)}
      </button>
      {price.isTooMuch && <PriceNote id={priceId} price={price} />}
      {another.isError && <CallProblem error={another.error} />}
      <div className="acts-words">
        <button
          type="button"
          className="word"
          aria-pressed={portrait.kept}
          onClick={() => keep.toggle(portrait)}
        >
          {portrait.kept && (
            <svg className="acts-tick" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M2 6.500 5 9.500 10 3" />
            </svg>
          )}
          {portrait.kept ? words.kept : words.keep}
        </button>
        <a className="word" href={downloadAddress(portrait.id)} download>
          {words.download}
        </a>
        <Link className="word" to="/gallery/compare" search={{ a: portrait.id }}>
          {words.compare}
        </Link>
        <button type="button" className="word" onClick={onTrash}>
          {words.trash}
        </button>
        <Link className="word" to="/studio" search={{ from: portrait.generationId }}>
          {words.change}
        </Link>
        <Link className="word" to="/enhanced" search={{ portrait: portrait.id }}>
          {words.enhance}
        </Link>
      </div>
      {keep.error !== null && <CallProblem error={keep.error} />}
      {generation.isError && <CallProblem error={generation.error} retry={() => void generation.refetch()} />}
    </div>
  );
}
