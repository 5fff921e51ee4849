import { useMutation } from "@tanstack/react-query";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { DevelopingFrame } from "../../parts/developing-frame.tsx";
import { generationSentence } from "../../parts/generation-sentence.ts";
import { measuredShare } from "../../parts/measured-progress.ts";
import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { useTRPC } from "../../trpc.ts";
import { generationHasEnded } from "../../views/has-ended.ts";
import type { GenerationView } from "../../views/views.ts";
import { useMayaWords } from "../../words/maya-words.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";

interface CardTrayProps {
  readonly title: string;
  readonly generation: GenerationView;
}

/** The portraits of one card, as they come: sketch, developing print, portrait in one frame each. */
export function CardTray({ title, generation }: CardTrayProps) {
  const maya = useMayaWords();
  const { studio, frame } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useLiveCache();
  const cancel = useMutation(
    trpc.generations.cancel.mutationOptions({ onSuccess: (fresh) => void cache.writeGeneration(fresh) }),
  );

  const { id, outputs, portraits, status, error, withheld, alarm } = generation;
  const ended = generationHasEnded(status);
  const sentence = generationSentence(studio.status, format, generation);
  const places = ended ? portraits.length : outputs;
  return (
    <section className="tray" aria-label={maya.tray.label(title, outputs)}>
      <div className="tray-told">
        <b>{title}</b>
        <span className="quiet numbers">
          {sentence}
          {generation.simulated && !ended && ` · ${frame.simulated}`}
          {!ended &&
            (generation.cancelRequested ? (
              ` · ${studio.canceling}`
            ) : (
              <>
                {" · "}
                <button
                  type="button"
                  className="word tray-cancel"
                  aria-label={studio.cancelSpoken(title)}
                  aria-disabled={cancel.isPending}
                  onClick={() => cancel.isPending || cancel.mutate({ generationId: id })}
                >
                  {studio.cancel}
                </button>
              </>
            ))}
        </span>
      </div>
      {alarm !== null && <p className="small quiet">{alarm.message}</p>}
      {status === "succeeded" && withheld > 0 && <p className="small quiet">{studio.withheld(withheld)}</p>}
      {cancel.isError && <CallProblem error={cancel.error} />}
      {ended && status !== "succeeded" && (
        <ProblemNotice what={error?.message ?? sentence} fix={studio.keptSentence(portraits.length)} />
      )}
      {places > 0 && (
        <div className="tray-row" data-count={places}>
          {Array.from({ length: places }, (_, place) => (
            <DevelopingFrame
              key={place}
              place={place}
              of={outputs}
              share={measuredShare(generation.progress)}
              portrait={ended ? portraits[place] : portraits.find(({ index }) => index === place)}
            />
          ))}
        </div>
      )}
    </section>
  );
}
