import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";

import { CallProblem } from "../../../parts/call-problem.tsx";
import { RoomHeading } from "../../../shell/room-heading.tsx";
import { useQueries } from "../../../views/use-queries.ts";
import { useRoomWords } from "../../../words/room-words.ts";
import { photoshootWords } from "../../../words/photoshoot-words.ts";
import { useCollection } from "../use-collection.ts";
import { CollectionEditor } from "./collection-editor.tsx";
import { draftsOf, emptyShot } from "./collection-draft.ts";

const route = getRouteApi("/signed-in/house/photoshoot/own/new");

/** A new collection of one's own: empty, from another collection, or from the shots of a shoot. */
export function NewCollectionRoom() {
  const photoshoot = useRoomWords(photoshootWords);
  const { from, shoot: shootId } = route.useSearch();
  const source = useCollection(from ?? "");
  const shoot = useQuery({ ...useQueries().shoot(shootId ?? ""), enabled: shootId !== undefined });
  const reading =
    (from !== undefined && source.collection === undefined && source.error === null && !source.isMissing) ||
    (shootId !== undefined && shoot.data === undefined && !shoot.isError);
  const failure = from === undefined ? shoot.error : source.error;

  const begun =
    source.collection !== undefined
      ? {
          title: source.collection.title,
          description: source.collection.description,
          shots: draftsOf(source.collection.shots),
        }
      : shoot.data !== undefined
        ? {
            title: shoot.data.title,
            description: "",
            shots: draftsOf(shoot.data.shots.map(({ shot }) => shot)),
          }
        : { title: "", description: "", shots: [emptyShot()] };

  return (
    <>
      <RoomHeading room={photoshoot.editor.room} lead={photoshoot.editor.lead}>
        {photoshoot.editor.newTitle}
      </RoomHeading>
      {failure !== null && <CallProblem error={failure} />}
      {!reading && <CollectionEditor begun={begun} replaces={null} />}
    </>
  );
}
