import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { PriceNote } from "../../parts/price-note.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useTRPC } from "../../trpc.ts";
import { usePrice } from "../../views/use-price.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useRequestId } from "../../views/use-request-id.ts";
import type { EnhancingLevel, LevelView } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";
import { useRoomWords } from "../../words/room-words.ts";
import { enhancedWords } from "../../words/enhanced-words.ts";
import { portraitPicture } from "../photoshoot/portrait-picture.ts";
import { LevelChoice } from "./level-choice.tsx";

interface EnhancePortraitProps {
  readonly portraitId: string;
  readonly levels: readonly LevelView[];
}

/** One portrait, how strong the layer is to be, and the button that lays it. */
export function EnhancePortrait({ portraitId, levels }: EnhancePortraitProps) {
  const { credits } = useWords();
  const enhanced = useRoomWords(enhancedWords);
  const trpc = useTRPC();
  const cache = useLiveCache();
  const navigate = useNavigate();
  const priceId = useId();
  const [level, setLevel] = useState<EnhancingLevel>("subtle");
  const plan = useQuery(useQueries().pairPlan(portraitId));
  const both = plan.data !== undefined && plan.data.notComparable !== null;
  const outputs = plan.data?.outputs ?? 1;
  const price = usePrice("portrait", both ? outputs * 2 : outputs);
  const request = useRequestId(`${portraitId} ${level} ${both}`);
  const enhance = useMutation(
    trpc.enhanced.enhance.mutationOptions({
      async onSuccess(pair) {
        request.renew();
        cache.writePair(pair);
        await navigate({ to: "/enhanced/$pairId", params: { pairId: pair.id } });
      },
    }),
  );

  if (plan.isError && plan.data === undefined)
    return <CallProblem error={plan.error} retry={() => void plan.refetch()} />;
  if (plan.data === undefined) {
    return (
      <Waiting className="enhance">
        <Blank shape="frame" />
        <Blank shape={{ characters: 24 }} />
      </Waiting>
    );
  }

  const { portrait, notComparable } = plan.data;
  const stopped = enhance.isPending || price.isTooMuch || levels.length === 0;
  const act = both ? enhanced.both : enhanced.enhance;
  return (
    <div className="enhance">
      <Frame
        first
        placeholderHash={portrait.placeholderHash}
        simulated={portrait.simulated}
        picture={portraitPicture(portrait, portrait.brief, "(max-width: 900px) 92vw, 400px")}
      />
      <div className="enhance-desk">
        <p className="enhance-brief">{portrait.brief}</p>
        <LevelChoice levels={levels} value={level} onChange={setLevel} />
        <p className="small">
          {notComparable === null ? enhanced.besideNote(outputs) : enhanced.notComparable(notComparable)}
        </p>
        <button
          type="button"
          className="press press-wide"
          aria-disabled={stopped}
          aria-describedby={priceId}
          onClick={() => stopped || enhance.mutate({ portraitId, level, both, idempotencyKey: request.id })}
        >
          {enhance.isPending
            ? enhanced.enhancing
            : price.cost === undefined
              ? act
              : credits.priced(act, price.cost)}
        </button>
        <PriceNote id={priceId} price={price} />
        {enhance.isError && <CallProblem error={enhance.error} />}
      </div>
    </div>
  );
}
