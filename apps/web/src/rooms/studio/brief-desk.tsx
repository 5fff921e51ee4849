import { useMutation } from "@tanstack/react-query";
import { useId, useRef, useState, type FormEvent } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Choices } from "../../parts/choices.tsx";
import { PriceNote } from "../../parts/price-note.tsx";
import { domainErrorOf } from "../../problems/problem-of.ts";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useTRPC } from "../../trpc.ts";
import { usePrice } from "../../views/use-price.ts";
import type { LimitsView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { countCharacters } from "./count-characters.ts";
import { OwnPresetNote } from "./own-preset-note.tsx";
import { expressionOrder } from "../../parts/expression-order.ts";
import { PromptPreview } from "./prompt-preview.tsx";
import type { DraftDesk } from "./use-brief-draft.ts";
import "../../parts/brief-text.css";
import "./brief-desk.css";

interface BriefDeskProps {
  readonly desk: DraftDesk;
  readonly limits: LimitsView | undefined;
  /** Whether it is still being read if there is a model to send a brief to. */
  readonly waiting: boolean;
}

const asItComes = "as-it-comes";

/** The brief, the expression, the number, and the one button that sends them. */
export function BriefDesk({ desk: { draft, change, sent }, limits, waiting }: BriefDeskProps) {
  const { studio, credits } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useLiveCache();
  const counterId = useId();
  const problemId = useId();
  const priceId = useId();
  const price = usePrice("portrait", draft.outputs);
  const field = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);

  const used = countCharacters(draft.brief);
  const most = limits?.brief.maximumCharacters;
  const over = most === undefined ? 0 : Math.max(0, used - most);
  const numbers = Array.from(
    { length: (limits?.outputs.maximum ?? 4) - (limits?.outputs.minimum ?? 1) + 1 },
    (_, index) => (limits?.outputs.minimum ?? 1) + index,
  );

  const create = useMutation(
    trpc.generations.create.mutationOptions({
      onSuccess(generation) {
        cache.writeGeneration(generation);
      },
    }),
  );

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const isEmpty = draft.brief.trim() === "";
    setMissing(isEmpty);
    if (isEmpty || over > 0) {
      field.current?.focus();
      return;
    }
    if (create.isPending || waiting || price.isTooMuch) return;
    const { brief, outputs, expression, requestId } = draft;
    create.mutate(
      { brief, outputs, idempotencyKey: requestId, ...(expression === null ? {} : { expression }) },
      {
        onSuccess: () => sent(requestId),
        onError(error) {
          if (domainErrorOf(error)?.field === "brief") field.current?.focus();
        },
      },
    );
  }

  const problem = missing ? studio.briefEmpty : over > 0 ? studio.briefOver(format.count(over)) : undefined;

  return (
    <>
      <RoomHeading room={studio.room}>{studio.title}</RoomHeading>
      <form className="two desk-brief" noValidate onSubmit={submit}>
        <div className="brief">
          <label className="unseen" htmlFor="brief">
            {studio.brief}
          </label>
          <textarea
            id="brief"
            ref={field}
            className="brief-text"
            rows={3}
            placeholder={studio.briefPlaceholder}
            value={draft.brief}
            aria-describedby={`${counterId} ${problemId}`}
            aria-invalid={problem === undefined ? undefined : true}
            onChange={(event) => {
              setMissing(false);
              change({ brief: event.target.value });
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
            }}
          />
          <div className="brief-foot">
            <p className="brief-problem" id={problemId} role="alert">
              {problem}
            </p>
            <p className="tiny quiet numbers" id={counterId}>
              {most !== undefined && studio.briefCounter(format.count(used), format.count(most))}
            </p>
          </div>
          <Choices
            label={studio.expression}
            value={draft.expression ?? asItComes}
            options={[
              { value: asItComes, label: studio.asItComes },
              ...expressionOrder.map((value) => ({ value, label: studio.expressions[value] })),
            ]}
            onChange={(value) => change({ expression: value === asItComes ? null : value })}
          />
        </div>
        <div className="brief-send">
          <Choices
            label={studio.outputs}
            value={String(draft.outputs)}
            options={numbers.map((count) => ({
              value: String(count),
              label: String(count),
              spoken: studio.outputSpoken(count),
            }))}
            onChange={(count) => change({ outputs: Number(count) })}
          />
          <button
            type="submit"
            className="press press-wide"
            aria-disabled={create.isPending || waiting || price.isTooMuch}
            aria-describedby={priceId}
          >
            {create.isPaused
              ? studio.waitingForConnection
              : create.isPending
                ? studio.submitting
                : price.cost === undefined
                  ? studio.submit(draft.outputs)
                  : credits.priced(studio.submit(draft.outputs), price.cost)}
          </button>
          <PriceNote id={priceId} price={price} />
          <OwnPresetNote />
          <p className="tiny quiet brief-keys">{studio.submitKeys}</p>
          {create.isError && <CallProblem error={create.error} retry={() => submit()} />}
        </div>
        <div className="brief-preview">
          <PromptPreview draft={draft} usable={draft.brief.trim() !== "" && over === 0} />
        </div>
      </form>
    </>
  );
}
