import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useLabWords } from "../../words/lab-words.ts";
import { DesignDesk } from "./design-desk.tsx";
import { draftOf, emptyDraft } from "./design-draft.ts";
import { drawSeeds } from "./draw-seeds.ts";
import { presetsQuery } from "./presets-query.ts";
import "./design-room.css";

const route = getRouteApi("/signed-in/house/lab/new");
const newId = () => crypto.randomUUID();

/** Where an experiment is written, from nothing or from a ready one. */
export function DesignRoom() {
  const { design } = useLabWords();
  const { ready } = route.useSearch();
  const found = useQuery({ ...useQueries().readyExperiments(), enabled: ready !== undefined });
  const from = found.data?.find(({ name }) => name === ready);
  const presets = useQuery(presetsQuery);
  const [one, ...others] = presets.data ?? [];
  const isKnown = ready === undefined || found.data !== undefined;
  const failed = [found, presets].find(({ isError }) => isError);
  return (
    <>
      <RoomHeading room={design.room}>{design.title}</RoomHeading>
      {failed !== undefined && <CallProblem error={failed.error} retry={() => void failed.refetch()} />}
      {failed === undefined && !(isKnown && one !== undefined) && (
        <Waiting>
          <Blank shape={{ characters: 30 }} />
        </Waiting>
      )}
      {isKnown && one !== undefined && (
        <DesignDesk
          key={ready ?? ""}
          presets={[one, ...others]}
          first={from === undefined ? emptyDraft(drawSeeds(3), newId) : draftOf(from.design, newId)}
        />
      )}
    </>
  );
}
