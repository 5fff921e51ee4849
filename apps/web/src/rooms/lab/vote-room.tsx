import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { pictureFit } from "../../parts/picture-fit.ts";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { BallotView } from "../../views/views.ts";
import { useLabWords } from "../../words/lab-words.ts";
import "./vote-room.css";

const route = getRouteApi("/signed-in/house/lab/$experimentId/vote");
type Choice = "first" | "second" | "neither";
const keys: Readonly<Record<string, Choice>> = { f: "first", j: "second", " ": "neither" };

/** Two portraits, and which is more oneself; nothing here tells which arm made them. */
export function VoteRoom() {
  const { voting } = useLabWords();
  const { experimentId } = route.useParams();
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const found = useQuery({ ...queries.ballot(experimentId), refetchOnWindowFocus: false });
  const onSuccess = (view: BallotView) =>
    queryClient.setQueryData(queries.ballot(experimentId).queryKey, view);
  const cast = useMutation(trpc.lab.vote.mutationOptions({ onSuccess }));
  const undo = useMutation(trpc.lab.undoVote.mutationOptions({ onSuccess }));
  const ballot = found.data;
  const next = ballot?.next ?? null;

  const vote = (choice: Choice) => {
    if (next === null || cast.isPending || undo.isPending) return;
    cast.mutate({ experimentId, ballot: next.ballot, choice });
  };
  const takeBack = () => {
    if (undo.isPending || cast.isPending || ballot === undefined || ballot.cast === 0) return;
    undo.mutate({ experimentId });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const key = event.key.toLowerCase();
    // The space bar presses what has the focus; it votes only where nothing has.
    const isOnControl = event.target instanceof HTMLElement && event.target.closest("button, a") !== null;
    const choice = keys[key];
    if (choice !== undefined && !(key === " " && isOnControl)) {
      event.preventDefault();
      vote(choice);
    } else if (key === "u") takeBack();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <RoomHeading room={voting.room}>
        {ballot !== undefined && next === null
          ? ballot.ready === 0
            ? voting.none
            : voting.done
          : voting.title}
      </RoomHeading>
      {found.isError && ballot === undefined && (
        <CallProblem error={found.error} retry={() => void found.refetch()} />
      )}
      {cast.isError && <CallProblem error={cast.error} />}
      {ballot !== undefined && next !== null && (
        <div className="vote">
          <div className="vote-words">
            <p className="lead">{next.brief}</p>
            <output className="small quiet numbers">
              {voting.progress(ballot.cast + 1, ballot.ready)}
              {ballot.ready < ballot.total && `, ${voting.more(ballot.total)}`}
            </output>
            <button type="button" className="word" onClick={() => vote("neither")}>
              {voting.neither} <kbd>{voting.keys.neither}</kbd>
            </button>
          </div>
          {(["first", "second"] as const).map((side) => (
            <figure key={side}>
              <Frame
                first
                simulated={next.simulated}
                picture={{
                  address: `/images/ballots/${experimentId}/${next.ballot}/${side}/960`,
                  alt: voting.pictureAlt(voting[side]),
                  fit: pictureFit(next.width, next.height),
                }}
              />
              <button type="button" className="press press-plain press-wide" onClick={() => vote(side)}>
                {side === "first" ? voting.chooseFirst : voting.chooseSecond} <kbd>{voting.keys[side]}</kbd>
              </button>
            </figure>
          ))}
        </div>
      )}
      <p className="vote-ways">
        {ballot !== undefined && ballot.cast > 0 && (
          <button type="button" className="word" onClick={takeBack}>
            {voting.undo} <kbd>{voting.keys.undo}</kbd>
          </button>
        )}
        <Link to="/lab/$experimentId" params={{ experimentId }}>
          {voting.back}
        </Link>
      </p>
    </>
  );
}
