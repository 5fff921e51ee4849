import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useWords } from "../../words/words-context.tsx";
import { DesignDesk } from "./design-desk.tsx";
import { draftOf, emptyDraft } from "./design-draft.ts";
import { drawSeeds } from "./draw-seeds.ts";
import "./design-room.css";

const route = getRouteApi("/signed-in/house/lab/new");
const newId = () => crypto.randomUUID();

/** Where an experiment is written, from nothing or from a ready one. */
export function DesignRoom() {
  const { design } = useWords().lab;
  const { ready } = route.useSearch();
  const found = useQuery({ ...useQueries().readyExperiments(), enabled: ready !== undefined });
  const from = found.data?.find(({ name }) => name === ready);
  const isKnown = ready === undefined || found.data !== undefined;
  return (
    <>
      <RoomHeading room={design.room}>{design.title}</RoomHeading>
      {found.isError && <CallProblem error={found.error} retry={() => void found.refetch()} />}
      {!isKnown && !found.isError && (
        <Waiting>
          <Blank shape={{ characters: 30 }} />
        </Waiting>
      )}
      {isKnown && (
        <DesignDesk
          key={ready ?? ""}
          first={from === undefined ? emptyDraft(drawSeeds(3), newId) : draftOf(from.design, newId)}
        />
      )}
    </>
  );
}
