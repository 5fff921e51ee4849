import { useMutation, useQueryClient } from "@tanstack/react-query";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { imageAddress, imageSourceSet } from "../../parts/image-address.ts";
import { pictureFit } from "../../parts/picture-fit.ts";
import { useAnnounce } from "../../shell/announcer.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { SelfieView } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";
import type { SelfieJudgement } from "./selfie-judgement.ts";
import { VerdictCorner } from "./verdict-corner.tsx";

interface SelfieFrameProps {
  readonly selfie: SelfieView;
  /** On the sheet, from 1. */
  readonly number: number;
  /** Null where nothing is measured. */
  readonly judgement: SelfieJudgement | null;
}

/** One selfie on the contact sheet: the picture, its verdict, its number, and the way to take it off. */
export function SelfieFrame({ selfie, number, judgement }: SelfieFrameProps) {
  const { face, frame } = useWords();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { queryKey } = useQueries().selfies();
  const announce = useAnnounce();
  const remove = useMutation(
    trpc.selfies.remove.mutationOptions({
      onSuccess() {
        queryClient.setQueryData(
          queryKey,
          (list) => list && { ...list, selfies: list.selfies.filter(({ id }) => id !== selfie.id) },
        );
        announce(face.removed(selfie.fileName));
      },
    }),
  );

  return (
    <li id={`selfie-${selfie.id}`} tabIndex={-1}>
      <figure
        className="sheet-selfie"
        data-leaving={remove.isPending ? "" : undefined}
        data-out={judgement?.mark === "no" ? "" : undefined}
      >
        <Frame
          small
          placeholderHash={selfie.placeholderHash}
          picture={{
            address: imageAddress("selfies", selfie.id, 480),
            sourceSet: imageSourceSet("selfies", selfie),
            sizes: "(max-width: 900px) 30vw, 140px",
            alt: selfie.drawn ? face.drawnAlt(number) : face.selfieAlt(number, selfie.fileName),
            fit: pictureFit(selfie.width, selfie.height),
          }}
        />
        {selfie.drawn && <span className="frame-mark sheet-drawn">{frame.drawn}</span>}
        {judgement !== null && <VerdictCorner judgement={judgement} />}
        <figcaption>
          <span title={selfie.fileName}>{number}</span>
          {judgement !== null && judgement.short !== "" && (
            <b className="sheet-verdict" data-mark={judgement.mark}>
              {judgement.short}
            </b>
          )}
          <button
            type="button"
            className="sheet-remove"
            aria-label={face.removeSpoken(number)}
            aria-disabled={remove.isPending}
            onClick={() => remove.isPending || remove.mutate({ selfieId: selfie.id })}
          >
            {face.remove}
          </button>
        </figcaption>
        {remove.isError && <CallProblem error={remove.error} />}
      </figure>
    </li>
  );
}
