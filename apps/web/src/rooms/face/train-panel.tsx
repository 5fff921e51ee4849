import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";

import { Bill } from "../../parts/bill.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { PriceNote } from "../../parts/price-note.tsx";
import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { useTRPC } from "../../trpc.ts";
import { usePrice } from "../../views/use-price.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { SelfieList, TrainingView } from "../../views/views.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useWords } from "../../words/words-context.tsx";
import "./train-panel.css";

interface TrainPanelProps {
  readonly list: SelfieList;
  /** How many versions are ready already. */
  readonly trained: number;
  readonly underWay: boolean;
  readonly latestFailed: TrainingView | undefined;
}

/** What a training does and takes, and the button that starts it. */
export function TrainPanel({ list, trained, underWay, latestFailed }: TrainPanelProps) {
  const { face, credits } = useWords();
  const { train } = face;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queries = useQueries();
  const whyId = useId();
  const priceId = useId();
  const price = usePrice("training", 1);
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const start = useMutation(
    trpc.models.train.mutationOptions({
      onSuccess() {
        setRequestId(crypto.randomUUID());
        return queryClient.invalidateQueries({ queryKey: queries.model().queryKey });
      },
    }),
  );

  const { coach } = useMeasuringWords();
  const have = list.selfies.filter(({ coach: said }) => said.state !== "judged" || said.taken).length;
  const leftOut = list.selfies.length - have;
  const lacks = list.set?.missing ?? [];
  const isUnjudged = list.selfies.some(({ coach: said }) => said.state === "off");
  const missing = Math.max(0, list.limits.minimum - have);
  const why = underWay ? train.running : missing > 0 ? train.tooFew(missing) : undefined;
  const disabled = why !== undefined || start.isPending || price.isTooMuch;

  return (
    <section className="train">
      <h2>{train.title(trained + 1)}</h2>
      <p className="small quiet">{train.what}</p>
      <Bill
        lines={[
          { label: train.photos, value: have },
          { label: train.time, value: train.timeUnknown },
          ...(price.cost === undefined
            ? []
            : [{ label: credits.price, value: credits.inCredits(price.cost) }]),
        ]}
      />
      {(lacks.length > 0 || leftOut > 0) && (
        <div className="train-before small">
          <p className="train-before-title">{coach.before}</p>
          {leftOut > 0 && <p>{coach.leavesOut(leftOut)}</p>}
          {lacks.length > 0 && <p>{coach.couldBeBetter(lacks.length)}</p>}
        </div>
      )}
      {isUnjudged && <p className="small quiet">{coach.off}</p>}
      {latestFailed !== undefined && !underWay && (
        <ProblemNotice what={latestFailed.error?.message ?? face.training.nowFailed} fix={face.failed.kept} />
      )}
      {start.isError && <CallProblem error={start.error} />}
      <button
        type="button"
        className={trained > 0 ? "press press-plain press-wide" : "press press-wide"}
        aria-disabled={disabled}
        aria-describedby={why === undefined ? priceId : `${whyId} ${priceId}`}
        onClick={() => disabled || start.mutate({ idempotencyKey: requestId })}
      >
        {start.isPending
          ? train.submitting
          : price.cost === undefined
            ? train.submit(have)
            : credits.priced(train.submit(have), price.cost)}
      </button>
      <PriceNote id={priceId} price={price} />
      {why !== undefined && (
        <p className="small quiet" id={whyId}>
          {why}
        </p>
      )}
      {trained > 0 && <p className="tiny quiet">{train.keeps}</p>}
    </section>
  );
}
