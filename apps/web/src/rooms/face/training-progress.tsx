import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { MeasuredBar } from "../../parts/measured-bar.tsx";
import { measuredShare } from "../../parts/measured-progress.ts";
import { Milestones } from "../../parts/milestones.tsx";
import { useTRPC } from "../../trpc.ts";
import type { TrainingView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { remainingInWords } from "../../parts/remaining-in-words.ts";
import { trainingStations } from "./training-stations.ts";
import { useRemaining } from "../../live/use-remaining.ts";
import "./training-progress.css";

/** A training under way: its stations, the measured step as a bar, what remains, and the way to cancel. */
export function TrainingProgress({ training }: { training: TrainingView }) {
  const words = useWords();
  const texts = words.face.training;
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useLiveCache();
  const [asking, setAsking] = useState(false);
  const remaining = useRemaining(training);
  const cancel = useMutation(
    trpc.models.cancelTraining.mutationOptions({
      onSuccess: (fresh) => void cache.writeTraining(fresh),
    }),
  );

  const share = measuredShare(training.progress);
  const stations = trainingStations(training, texts, format);
  const spoken =
    share === null ? texts.barNothing : (stations.find(({ standing }) => standing === "now")?.note ?? "");

  return (
    <section className="training" aria-label={texts.title}>
      <h2>
        {texts.title}.{" "}
        <span className="quiet">
          {remaining === null ? texts.remainingUnknown : texts.remaining(remainingInWords(texts, remaining))}
        </span>
      </h2>
      {training.simulated && <p className="small quiet">{texts.simulated}</p>}
      <Milestones label={texts.phases} stations={stations} />
      <MeasuredBar label={texts.barLabel} share={share} spoken={spoken} />
      {cancel.isError && <CallProblem error={cancel.error} />}
      <p className="training-foot">
        {training.cancelRequested ? (
          <span className="small">{texts.stopping}</span>
        ) : (
          <button type="button" className="word" onClick={() => setAsking(true)}>
            {texts.stop}
          </button>
        )}
        <span className="small quiet">{texts.closePage}</span>
      </p>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={texts.stopTitle}
        description={texts.stopText}
        actions={
          <>
            <button type="button" className="press press-plain" onClick={() => setAsking(false)}>
              {texts.stopKeep}
            </button>
            <button
              type="button"
              className="press"
              onClick={() => {
                setAsking(false);
                cancel.mutate({ trainingId: training.id });
              }}
            >
              {texts.stopConfirm}
            </button>
          </>
        }
      />
    </section>
  );
}
