import { useMutation } from "@tanstack/react-query";
import { memo } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { measuredShare } from "../../parts/measured-progress.ts";
import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { useTRPC } from "../../trpc.ts";
import { generationHasEnded } from "../../views/has-ended.ts";
import type { GenerationView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import type { BriefDraft } from "./brief-draft.ts";
import { DevelopingFrame } from "../../parts/developing-frame.tsx";
import { generationSentence } from "../../parts/generation-sentence.ts";
import "../../parts/chapter.css";

interface GenerationChapterProps {
  readonly generation: GenerationView;
  readonly onAgain: (draft: Partial<Omit<BriefDraft, "requestId">>) => void;
}

/** One generation: its brief and standing in the margin, its frames beside. */
export const GenerationChapter = memo(function GenerationChapter({
  generation,
  onAgain,
}: GenerationChapterProps) {
  const { studio, frame } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useLiveCache();
  const cancel = useMutation(
    trpc.generations.cancel.mutationOptions({
      onSuccess: (fresh) => void cache.writeGeneration(fresh),
    }),
  );

  const { id, brief, expression, outputs, portraits, status, error, withheld, putAway } = generation;
  const ended = generationHasEnded(status);
  const sentence = generationSentence(studio.status, format, generation);
  const wentWrong = ended && status !== "succeeded";
  // After the end only what arrived still has a frame; until then every portrait that was asked for.
  const places = ended ? portraits.length : outputs;
  const share = measuredShare(generation.progress);

  return (
    <article className="chapter" aria-label={brief}>
      <header>
        <p className="chapter-brief">{brief}</p>
        {expression !== null && <p>{studio.expressions[expression]}</p>}
        <p className="numbers">{sentence}</p>
        {generation.simulated && !ended && <p>{frame.simulated}</p>}
        {generation.alarm !== null && <p>{generation.alarm.message}</p>}
        {status === "succeeded" && withheld > 0 && <p>{studio.withheld(withheld)}</p>}
        {putAway > 0 && <p>{studio.putAway(putAway)}</p>}
        {!ended &&
          (generation.cancelRequested ? (
            <p>{studio.canceling}</p>
          ) : (
            <button
              type="button"
              className="word"
              aria-label={studio.cancelSpoken(brief)}
              aria-disabled={cancel.isPending}
              onClick={() => cancel.isPending || cancel.mutate({ generationId: id })}
            >
              {studio.cancel}
            </button>
          ))}
        {ended && (
          <button type="button" className="word" onClick={() => again(onAgain, generation)}>
            {studio.again}
          </button>
        )}
        {cancel.isError && <CallProblem error={cancel.error} />}
      </header>
      <div>
        {wentWrong && (
          <ProblemNotice
            what={error?.message ?? sentence}
            fix={studio.keptSentence(portraits.length + putAway)}
          />
        )}
        {places > 0 && (
          <div className="hang" data-count={places}>
            {Array.from({ length: places }, (_, place) => (
              <DevelopingFrame
                key={place}
                place={place}
                of={outputs}
                share={share}
                portrait={ended ? portraits[place] : portraits.find(({ index }) => index === place)}
              />
            ))}
          </div>
        )}
      </div>
    </article>
  );
});

function again(
  onAgain: GenerationChapterProps["onAgain"],
  { brief, expression, outputs }: GenerationView,
): void {
  onAgain({ brief, expression, outputs });
  document.querySelector<HTMLTextAreaElement>("#brief")?.focus();
}
