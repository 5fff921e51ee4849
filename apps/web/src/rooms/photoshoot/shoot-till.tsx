import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { remainingInWords } from "../../parts/remaining-in-words.ts";
import { useTRPC } from "../../trpc.ts";
import { usePrice } from "../../views/use-price.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useRequestId } from "../../views/use-request-id.ts";
import { useWords } from "../../words/words-context.tsx";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import type { ShootSettings } from "./shoot-settings.tsx";

interface ShootTillProps {
  readonly collectionId: string;
  readonly shotIds: readonly string[];
  readonly all: boolean;
  readonly settings: ShootSettings;
}

/** The bill at the foot of the sheet: what was chosen, what it costs and takes, and the one button. */
export function ShootTill({ collectionId, shotIds, all, settings: { presetId, outputs } }: ShootTillProps) {
  const { credits, face } = useWords();
  const photoshoot = useRoomWords(photoshootWords);
  const queries = useQueries();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const cache = useLiveCache();
  const navigate = useNavigate();
  const noteId = useId();
  const model = useQuery(queries.model());

  const portraits = shotIds.length * outputs;
  const price = usePrice("portrait", portraits);
  const wish = { collectionId, outputs, ...(all ? {} : { shotIds: [...shotIds] }) };
  const request = useRequestId(JSON.stringify({ ...wish, presetId }));
  const estimate = useQuery({
    ...queries.shootEstimate(wish),
    enabled: shotIds.length > 0,
    placeholderData: keepPreviousData,
  });
  const start = useMutation(
    trpc.photoshoot.start.mutationOptions({
      async onSuccess(shoot) {
        request.renew();
        cache.writeShoot(shoot);
        void queryClient.invalidateQueries({ queryKey: queries.generations().queryKey });
        await navigate({ to: "/photoshoot/shoots/$shootId", params: { shootId: shoot.id } });
      },
    }),
  );

  if (model.data !== undefined && model.data?.ready !== true) {
    return (
      <div className="till">
        <p className="small">{photoshoot.modelFirst}</p>
        <Link className="press" to="/you/face">
          {photoshoot.toFace}
        </Link>
      </div>
    );
  }

  const time = estimate.data?.time;
  const left =
    price.balance !== undefined && price.cost !== undefined ? price.balance.available - price.cost : null;
  const stopped = start.isPending || portraits === 0 || price.isTooMuch || model.data === undefined;
  const act = photoshoot.shoot(portraits);
  return (
    <div className="till">
      <p className="small" id={noteId}>
        <b>{photoshoot.chosen(shotIds.length)}</b>{" "}
        <span className="quiet numbers">
          {portraits > 0 &&
            estimate.data !== undefined &&
            (time === null || time === undefined
              ? photoshoot.timeUnknown
              : `${remainingInWords(face.training, time)}.`)}{" "}
          {price.isTooMuch && price.cost !== undefined && price.balance !== undefined
            ? credits.tooFew(price.cost, price.balance.available)
            : left !== null && portraits > 0 && photoshoot.spendAfter(left)}
        </span>
      </p>
      <button
        type="button"
        className="press"
        aria-disabled={stopped}
        aria-describedby={noteId}
        onClick={() =>
          stopped ||
          start.mutate({
            ...wish,
            ...(presetId === null ? {} : { presetId }),
            idempotencyKey: request.id,
          })
        }
      >
        {start.isPaused
          ? photoshoot.waitingForConnection
          : start.isPending
            ? photoshoot.shooting
            : price.cost === undefined || portraits === 0
              ? act
              : credits.priced(act, price.cost)}
      </button>
      {start.isError && (
        <div className="till-problem">
          <CallProblem error={start.error} />
        </div>
      )}
      {estimate.isError && portraits > 0 && (
        <div className="till-problem">
          <CallProblem error={estimate.error} retry={() => void estimate.refetch()} />
        </div>
      )}
    </div>
  );
}
