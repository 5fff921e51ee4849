import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef } from "react";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Sketch } from "../../parts/sketch.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { SelfieList } from "../../views/views.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { acceptedKinds } from "./accepted-kinds.ts";
import { judgementOf } from "./selfie-judgement.ts";
import { SelfieFrame } from "./selfie-frame.tsx";
import { UploadRows } from "./upload-rows.tsx";
import { useIncomingFiles } from "./use-incoming-files.ts";
import { useSelfieUploads } from "./use-selfie-uploads.ts";
import { VerdictLegend } from "./verdict-legend.tsx";
import "./selfie-desk.css";

/** The contact sheet, and every way photos come onto it: dropped, pasted, picked, or drawn. */
export function SelfieDesk({ list }: { list: SelfieList | undefined }) {
  const { face } = useWords();
  const { coach } = useMeasuringWords();
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { queryKey } = useQueries().selfies();
  const picker = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const bounds = list?.limits;
  const { uploads, queue } = useSelfieUploads(bounds?.maximumBytes);
  const dragging = useIncomingFiles(queue.add, list !== undefined);
  const addDrawn = useMutation(
    trpc.selfies.addDrawn.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey }) }),
  );

  if (list === undefined || bounds === undefined) {
    return (
      <Waiting className="sheet">
        {Array.from({ length: 10 }, (_, index) => (
          <Blank key={index} shape="frame" />
        ))}
      </Waiting>
    );
  }

  const numberOf = (selfieId: string) => list.selfies.findIndex(({ id }) => id === selfieId) + 1;
  const judgements = list.selfies.map((selfie) => judgementOf(coach, selfie, list.set, numberOf));

  return (
    <section className="desk" data-dragging={dragging ? "" : undefined}>
      <p className="desk-counter">
        {face.counter(list.selfies.length, bounds.advisedFrom, bounds.advisedTo, bounds.minimum)}
      </p>
      <UploadRows uploads={uploads} queue={queue} />
      <ol className="sheet" aria-label={face.sheetLabel}>
        {list.selfies.map((selfie, index) => (
          <SelfieFrame
            key={selfie.id}
            selfie={selfie}
            number={index + 1}
            judgement={judgements[index] ?? null}
          />
        ))}
        <li>
          <button
            type="button"
            className="sheet-add"
            aria-describedby={hintId}
            onClick={() => picker.current?.click()}
          >
            <Sketch turn={list.selfies.length} />
            <span>{dragging ? face.dropHere : face.add}</span>
          </button>
        </li>
      </ol>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={bounds.accepted.join(",")}
        onChange={(event) => {
          queue.add([...(event.target.files ?? [])]);
          // The same file may be picked again after a refusal.
          event.target.value = "";
        }}
      />
      <VerdictLegend judgements={judgements} />
      <p className="small quiet desk-hint" id={hintId}>
        {face.addHint(
          acceptedKinds(bounds.accepted, face.or),
          format.size(bounds.maximumBytes),
          bounds.maximum,
        )}
      </p>
      {list.selfies.every(({ drawn }) => !drawn) && (
        <div className="desk-drawn">
          <button
            type="button"
            className="press press-plain press-low"
            aria-disabled={addDrawn.isPending}
            onClick={() => addDrawn.isPending || addDrawn.mutate()}
          >
            {addDrawn.isPending ? face.drawnSetLoading : face.drawnSet}
          </button>
          <p className="small quiet">{face.drawnSetNote}</p>
          {addDrawn.isError && <CallProblem error={addDrawn.error} />}
        </div>
      )}
    </section>
  );
}
