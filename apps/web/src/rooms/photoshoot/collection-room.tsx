import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import { OwnActs } from "./own-acts.tsx";
import { firstSettings, SettingsChoice } from "./shoot-settings.tsx";
import { ShootTill } from "./shoot-till.tsx";
import { ShotChoice } from "./shot-choice.tsx";
import { takenOf } from "./taken-of.ts";
import { useCollection } from "./use-collection.ts";
import "./sheet.css";

const route = getRouteApi("/signed-in/house/photoshoot/$collectionId");

/** One collection as a contact sheet: choose shots, see what they cost, shoot. */
export function CollectionRoom() {
  const photoshoot = useRoomWords(photoshootWords);
  const { collectionId } = route.useParams();
  const queries = useQueries();
  const taken = takenOf(useQuery(queries.takenShots()).data, collectionId);
  const { collection, isOwn, isMissing, error, refetch } = useCollection(collectionId);
  /** What was chosen by hand; before that, what is not taken yet. */
  const [byHand, setByHand] = useState<{ of: string; ids: ReadonlySet<string> }>();

  const [settings, setSettings] = useState(firstSettings);

  if (isMissing || error !== null) {
    return (
      <>
        <RoomHeading room={photoshoot.room}>
          {isMissing ? photoshoot.noSuchCollection : photoshoot.lookbook}
        </RoomHeading>
        {error !== null && <CallProblem error={error} retry={refetch} />}
        <Link className="word" to="/photoshoot">
          {photoshoot.backToLookbook}
        </Link>
      </>
    );
  }
  if (collection === undefined) {
    return (
      <Waiting className="sheet">
        {[1, 2, 3, 4, 5, 6, 7, 8].map((place) => (
          <Blank key={place} shape="frame" />
        ))}
      </Waiting>
    );
  }

  const { shots, title, description } = collection;
  const chosen =
    byHand?.of === collectionId
      ? byHand.ids
      : new Set(shots.filter(({ id }) => !taken.has(id)).map(({ id }) => id));
  const choose = (ids: ReadonlySet<string>) => setByHand({ of: collectionId, ids });
  const chosenIds = shots.filter(({ id }) => chosen.has(id)).map(({ id }) => id);

  return (
    <>
      <p className="sheet-state">
        <Link to="/photoshoot">{photoshoot.lookbook}</Link>
        <span className="numbers">{photoshoot.have(taken.size, shots.length)}</span>
      </p>
      <RoomHeading room={title} lead={description}>
        {title}
      </RoomHeading>
      <SettingsChoice settings={settings} onChange={setSettings} />
      <div className="sheet-ways">
        <button type="button" className="word" onClick={() => choose(new Set(shots.map(({ id }) => id)))}>
          {photoshoot.chooseAll}
        </button>
        <button type="button" className="word" onClick={() => choose(new Set())}>
          {photoshoot.chooseNone}
        </button>
        {isOwn ? (
          <OwnActs collection={collection} />
        ) : (
          <Link className="word" to="/photoshoot/own/new" search={{ from: collectionId }}>
            {photoshoot.makeOwn}
          </Link>
        )}
      </div>
      <ol className="sheet">
        {shots.map((shot, at) => (
          <ShotChoice
            key={shot.id}
            shot={shot}
            number={at + 1}
            taken={taken.get(shot.id)}
            chosen={chosen.has(shot.id)}
            onChange={(wanted) => {
              const next = new Set(chosen);
              if (wanted) next.add(shot.id);
              else next.delete(shot.id);
              choose(next);
            }}
          />
        ))}
      </ol>
      <ShootTill
        collectionId={collectionId}
        shotIds={chosenIds}
        all={chosenIds.length === shots.length}
        settings={settings}
      />
    </>
  );
}
