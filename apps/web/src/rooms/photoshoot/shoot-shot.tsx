import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { memo, type ReactNode } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { ShotSketch } from "../../parts/shot-sketch.tsx";
import { generationSentence } from "../../parts/generation-sentence.ts";
import { measuredShare } from "../../parts/measured-progress.ts";
import { useTRPC } from "../../trpc.ts";
import { usePrice } from "../../views/use-price.ts";
import { useRequestId } from "../../views/use-request-id.ts";
import type { PortraitView, ShootShotView, ShootView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import { portraitPicture } from "./portrait-picture.ts";

interface ShootShotProps {
  readonly shoot: ShootView;
  readonly shot: ShootShotView;
}

/** One shot of a shoot: its frames while they fill, and what one can do about it. */
export const ShootShot = memo(function ShootShot({ shoot, shot: one }: ShootShotProps) {
  const { studio, credits } = useWords();
  const photoshoot = useRoomWords(photoshootWords);
  const { sheet } = photoshoot;
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useLiveCache();
  const price = usePrice("portrait", shoot.outputs);
  const { shot, generation, earlier, takes, position } = one;
  const request = useRequestId(`${one.id} ${takes}`);
  const cancel = useMutation(
    trpc.photoshoot.cancel.mutationOptions({ onSuccess: (fresh) => cache.writeShoot(fresh) }),
  );
  const retake = useMutation(
    trpc.photoshoot.retake.mutationOptions({ onSuccess: (fresh) => cache.writeShoot(fresh) }),
  );

  const open = generation !== null && generation.endedAt === null;
  const latest = generation?.portraits ?? [];
  // A take that brought nothing leaves the one before it where it hangs.
  const shown = !open && latest.length === 0 ? earlier : latest;
  const places = open ? generation.outputs : Math.max(1, shown.length);
  const blocked = retake.isPending || price.isTooMuch;

  return (
    <li>
      <div className="shot-takes" data-count={places}>
        {Array.from({ length: places }, (_, place) => (
          <Place
            key={place}
            portrait={open ? latest.find(({ index }) => index === place) : shown[place]}
            title={shot.title}
            drawing={
              <ShotSketch
                framing={shot.framing}
                expression={shot.expression}
                moment={shot.moment}
                share={open ? measuredShare(generation.progress) : null}
              />
            }
            alone={places === 1}
          />
        ))}
      </div>
      <div className="shot-caption">
        <i>{position + 1}</i>
        <b>{shot.title}</b>
        <span className="numbers">
          {generation !== null && generationSentence(studio.status, format, generation)}
          {takes > 1 && ` · ${sheet.take(takes)}`}
        </span>
        {generation !== null && generation.error !== null && <span>{generation.error.message}</span>}
        {generation !== null && generation.alarm !== null && <span>{generation.alarm.message}</span>}
        {open ? (
          generation.cancelRequested ? (
            <span>{sheet.canceling}</span>
          ) : (
            <button
              type="button"
              className="word"
              aria-disabled={cancel.isPending}
              onClick={() => cancel.isPending || cancel.mutate({ shootId: shoot.id, shotId: one.id })}
            >
              {sheet.cancel}
              <span className="unseen">{sheet.ofShot(shot.title)}</span>
            </button>
          )
        ) : (
          <button
            type="button"
            className="word"
            aria-disabled={blocked}
            onClick={() => blocked || retake.mutate({ shotId: one.id, idempotencyKey: request.id })}
          >
            {retake.isPending
              ? sheet.taking
              : price.cost === undefined
                ? sheet.again
                : credits.priced(sheet.again, price.cost)}
            <span className="unseen">{sheet.ofShot(shot.title)}</span>
          </button>
        )}
        {cancel.isError && <CallProblem error={cancel.error} />}
        {retake.isError && <CallProblem error={retake.error} />}
      </div>
    </li>
  );
});

interface PlaceProps {
  readonly portrait: PortraitView | undefined;
  readonly title: string;
  readonly drawing: ReactNode;
  readonly alone: boolean;
}

function Place({ portrait, title, drawing, alone }: PlaceProps) {
  if (portrait === undefined) return <Frame drawing={drawing} />;
  return (
    <Link to="/gallery/$portraitId" params={{ portraitId: portrait.id }} className="hang-portrait">
      <Frame
        small={!alone}
        drawing={drawing}
        placeholderHash={portrait.placeholderHash}
        simulated={portrait.simulated}
        picture={portraitPicture(
          portrait,
          title,
          alone ? "(max-width: 900px) 46vw, 260px" : "(max-width: 900px) 23vw, 130px",
        )}
      />
    </Link>
  );
}
