import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { enhancedWords } from "../../words/enhanced-words.ts";
import { ModelFirst } from "../studio/model-first.tsx";
import { trainingHasEnded } from "../../views/has-ended.ts";
import { EnhanceBrief } from "./enhance-brief.tsx";
import { EnhancePortrait } from "./enhance-portrait.tsx";
import { PairList } from "./pair-list.tsx";
import { PortraitChoice } from "./portrait-choice.tsx";
import "./enhanced-room.css";

const route = getRouteApi("/signed-in/house/enhanced");

/** Where a realism layer is laid over one's own model, beside the plain run. */
export function EnhancedRoom() {
  const enhanced = useRoomWords(enhancedWords);
  const { portrait } = route.useSearch();
  const queries = useQueries();
  const model = useQuery(queries.model());
  const levels = useQuery(queries.levels());
  const failed = [model, levels].find((query) => query.isError && query.data === undefined);
  const trainings = model.data?.trainings ?? [];

  if (model.data !== undefined && model.data?.ready !== true) {
    return (
      <ModelFirst
        learning={trainings.some(({ status }) => !trainingHasEnded(status))}
        started={trainings.length > 0}
      />
    );
  }
  return (
    <>
      <RoomHeading room={enhanced.room} lead={enhanced.lead}>
        {enhanced.title}
      </RoomHeading>
      {failed !== undefined && <CallProblem error={failed.error} retry={() => void failed.refetch()} />}
      {portrait === undefined ? (
        <>
          <EnhanceBrief levels={levels.data ?? []} />
          <PortraitChoice />
        </>
      ) : (
        <>
          <EnhancePortrait key={portrait} portraitId={portrait} levels={levels.data ?? []} />
          <p className="enhanced-other">
            <Link className="word" to="/enhanced">
              {enhanced.another}
            </Link>
          </p>
        </>
      )}
      <PairList />
    </>
  );
}
