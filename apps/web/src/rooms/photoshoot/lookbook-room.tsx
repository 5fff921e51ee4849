import { useQuery } from "@tanstack/react-query";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import { Cover } from "./cover.tsx";
import { OwnCollections } from "./own-collections.tsx";
import { ShootList } from "./shoot-list.tsx";
import { takenOf } from "./taken-of.ts";
import "./lookbook-room.css";

/** The lookbook: the studio's collections as covers, one's own, and the shoots there were. */
export function LookbookRoom() {
  const photoshoot = useRoomWords(photoshootWords);
  const queries = useQueries();
  const collections = useQuery(queries.collections());
  const taken = useQuery(queries.takenShots());
  const failed = [collections, taken].find((query) => query.isError && query.data === undefined);
  // Those that one has stood in come first; the others keep the studio's order.
  const shown = (collections.data ?? [])
    .map((collection) => ({ collection, taken: takenOf(taken.data, collection.id) }))
    .toSorted((one, other) => Number(other.taken.size > 0) - Number(one.taken.size > 0));

  return (
    <>
      <RoomHeading room={photoshoot.room} lead={photoshoot.lead}>
        {photoshoot.lookbook}
      </RoomHeading>
      {failed !== undefined && <CallProblem error={failed.error} retry={() => void failed.refetch()} />}
      {collections.data === undefined && failed === undefined && (
        <Waiting className="covers">
          {[1, 2, 3, 4, 5].map((place) => (
            <div key={place} className={place === 1 ? "cover cover-large" : "cover"}>
              <Blank shape="frame" />
            </div>
          ))}
        </Waiting>
      )}
      <ShootList />
      {collections.data !== undefined && (
        <ul className="covers" aria-label={photoshoot.lookbook}>
          {shown.map((one, at) => (
            <Cover key={one.collection.id} collection={one.collection} taken={one.taken} large={at === 0} />
          ))}
        </ul>
      )}
      <OwnCollections taken={taken.data} />
    </>
  );
}
