import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { generationSentence } from "../../parts/generation-sentence.ts";
import { measuredShare } from "../../parts/measured-progress.ts";
import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { useTRPC } from "../../trpc.ts";
import { generationHasEnded } from "../../views/has-ended.ts";
import type { GenerationView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { portraitPicture } from "../photoshoot/portrait-picture.ts";

interface PairRunProps {
  readonly name: string;
  readonly run: GenerationView;
  /** Which of its portraits is looked at, from 0. */
  readonly place: number;
}

/** One run of a pair: its frame while it develops, where it stands, and how to stop it. */
export function PairRun({ name, run, place }: PairRunProps) {
  const { studio } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useLiveCache();
  const cancel = useMutation(
    trpc.generations.cancel.mutationOptions({ onSuccess: (fresh) => void cache.writeGeneration(fresh) }),
  );
  const portrait = run.portraits.find(({ index }) => index === place);
  const ended = generationHasEnded(run.status);
  const sentence = generationSentence(studio.status, format, run);
  return (
    <figure>
      {portrait === undefined ? (
        <Frame share={measuredShare(run.progress)} />
      ) : (
        <Link to="/gallery/$portraitId" params={{ portraitId: portrait.id }} className="hang-portrait">
          <Frame
            first
            placeholderHash={portrait.placeholderHash}
            simulated={portrait.simulated}
            picture={portraitPicture(portrait, `${name}: ${run.brief}`, "(max-width: 900px) 46vw, 400px")}
          />
        </Link>
      )}
      <figcaption className="small pair-caption">
        <b>{name}</b>
        <span className="quiet numbers">{sentence}</span>
        {!ended && run.alarm !== null && <span>{run.alarm.message}</span>}
        {!ended &&
          (run.cancelRequested ? (
            <span className="quiet">{studio.canceling}</span>
          ) : (
            <button
              type="button"
              className="word"
              aria-label={studio.cancelSpoken(name)}
              aria-disabled={cancel.isPending}
              onClick={() => cancel.isPending || cancel.mutate({ generationId: run.id })}
            >
              {studio.cancel}
            </button>
          ))}
        {ended && run.status !== "succeeded" && (
          <ProblemNotice
            what={run.error?.message ?? sentence}
            fix={studio.keptSentence(run.portraits.length)}
          />
        )}
        {cancel.isError && <CallProblem error={cancel.error} />}
      </figcaption>
    </figure>
  );
}
