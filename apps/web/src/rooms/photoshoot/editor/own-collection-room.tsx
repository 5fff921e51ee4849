import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import { CallProblem } from "../../../parts/call-problem.tsx";
import { RoomHeading } from "../../../shell/room-heading.tsx";
import { useQueries } from "../../../views/use-queries.ts";
import { useRoomWords } from "../../../words/room-words.ts";
import { photoshootWords } from "../../../words/photoshoot-words.ts";
import { CollectionEditor } from "./collection-editor.tsx";
import { draftsOf } from "./collection-draft.ts";

const route = getRouteApi("/signed-in/house/photoshoot/own/$collectionId");

/** A collection of one's own, to be changed. */
export function OwnCollectionRoom() {
  const photoshoot = useRoomWords(photoshootWords);
  const { collectionId } = route.useParams();
  const own = useQuery(useQueries().ownCollections());
  const collection = own.data?.find(({ id }) => id === collectionId);

  if (collection === undefined) {
    return (
      <>
        <RoomHeading room={photoshoot.editor.room}>
          {own.data === undefined ? photoshoot.editor.room : photoshoot.noSuchCollection}
        </RoomHeading>
        {own.isError && own.data === undefined && (
          <CallProblem error={own.error} retry={() => void own.refetch()} />
        )}
        {own.data !== undefined && (
          <Link className="word" to="/photoshoot">
            {photoshoot.backToLookbook}
          </Link>
        )}
      </>
    );
  }
  const { title, description, shots, version } = collection;
  return (
    <>
      <RoomHeading room={photoshoot.editor.room} lead={photoshoot.editor.lead}>
        {title}
      </RoomHeading>
      {/* The version is not part of the key: what is written here must not vanish when another page saves. */}
      <CollectionEditor
        key={collectionId}
        begun={{ title, description, shots: draftsOf(shots) }}
        replaces={{ id: collectionId, version }}
      />
    </>
  );
}
