import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { MeasuredBar } from "../../parts/measured-bar.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { domainErrorOf } from "../../problems/problem-of.ts";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { ShootView } from "../../views/views.ts";
import { useFormat } from "../../words/words-context.tsx";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import { ShootShot } from "./shoot-shot.tsx";
import { TakeAway } from "./take-away.tsx";
import "./sheet.css";

const route = getRouteApi("/signed-in/house/photoshoot/shoots/$shootId");

/** A shoot while its sheet fills, and afterwards what one can take away of it. */
export function ShootRoom() {
  const photoshoot = useRoomWords(photoshootWords);
  const { shootId } = route.useParams();
  const shoot = useQuery(useQueries().shoot(shootId));

  if (shoot.isError && shoot.data === undefined) {
    const missing = domainErrorOf(shoot.error)?.code === "not_found";
    return (
      <>
        <RoomHeading room={photoshoot.room}>
          {missing ? photoshoot.sheet.noSuch : photoshoot.room}
        </RoomHeading>
        <CallProblem error={shoot.error} retry={missing ? undefined : () => void shoot.refetch()}>
          <Link className="word" to="/photoshoot">
            {photoshoot.backToLookbook}
          </Link>
        </CallProblem>
      </>
    );
  }
  if (shoot.data === undefined) {
    return (
      <Waiting className="sheet">
        {[1, 2, 3, 4].map((place) => (
          <Blank key={place} shape="frame" />
        ))}
      </Waiting>
    );
  }
  return <Sheet shoot={shoot.data} />;
}

function Sheet({ shoot }: { shoot: ShootView }) {
  const photoshoot = useRoomWords(photoshootWords);
  const { sheet } = photoshoot;
  const format = useFormat();
  const { progress, shots, title } = shoot;
  const open = progress.openShots;
  const short = open === 0 ? progress.asked - progress.ready : 0;
  const had = progress.ready + shots.reduce((sum, { earlier }) => sum + earlier.length, 0);

  return (
    <>
      <p className="sheet-state">
        <Link to="/photoshoot">{sheet.crumb}</Link>
        <span className="numbers">{format.moment(shoot.createdAt)}</span>
      </p>
      <RoomHeading
        room={title}
        lead={
          <span className="numbers">
            {sheet.standing(progress.ready, progress.asked)} {open > 0 ? sheet.open(open) : sheet.ended}
          </span>
        }
      >
        {title}
      </RoomHeading>
      {open > 0 && (
        <div className="sheet-progress">
          <MeasuredBar
            label={title}
            spoken={sheet.standing(progress.ready, progress.asked)}
            share={progress.asked === 0 ? null : progress.ready / progress.asked}
          />
          <CancelAll shoot={shoot} />
        </div>
      )}
      {short > 0 && <p className="small quiet">{sheet.short(short)}</p>}
      <ol className="sheet">
        {shots.map((shot) => (
          <ShootShot key={shot.id} shoot={shoot} shot={shot} />
        ))}
      </ol>
      {open === 0 && had > 0 && <TakeAway shoot={shoot} />}
    </>
  );
}

function CancelAll({ shoot: { id, progress } }: { shoot: ShootView }) {
  const { sheet } = useRoomWords(photoshootWords);
  const trpc = useTRPC();
  const cache = useLiveCache();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation(
    trpc.photoshoot.cancel.mutationOptions({ onSuccess: (fresh) => cache.writeShoot(fresh) }),
  );
  return (
    <>
      <button
        type="button"
        className="word"
        aria-disabled={cancel.isPending}
        onClick={() => cancel.isPending || setAsking(true)}
      >
        {cancel.isPending ? sheet.canceling : sheet.cancelAll}
      </button>
      {cancel.isError && <CallProblem error={cancel.error} />}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={sheet.cancelTitle}
        description={sheet.cancelText(progress.openShots)}
        actions={
          <>
            <button type="button" className="press press-plain" onClick={() => setAsking(false)}>
              {sheet.cancelNo}
            </button>
            <button
              type="button"
              className="press"
              onClick={() => {
                setAsking(false);
                cancel.mutate({ shootId: id });
              }}
            >
              {sheet.cancelYes}
            </button>
          </>
        }
      />
    </>
  );
}
