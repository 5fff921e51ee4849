import { Link } from "@tanstack/react-router";

import { Frame } from "../../parts/frame.tsx";
import { SetDrawing } from "../../parts/set-drawing.tsx";
import type { CollectionView, PortraitView } from "../../views/views.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import { portraitPicture } from "./portrait-picture.ts";

interface CoverProps {
  readonly collection: Pick<CollectionView, "id" | "title" | "shots">;
  readonly taken: ReadonlyMap<string, PortraitView>;
  readonly large?: boolean;
}

/** A collection as it lies in the lookbook: its set, empty until one has stood in it. */
export function Cover({ collection, taken, large }: CoverProps) {
  const photoshoot = useRoomWords(photoshootWords);
  const { id, title, shots } = collection;
  const had = shots.filter((shot) => taken.has(shot.id));
  const [first] = had;
  const portrait = first === undefined ? undefined : taken.get(first.id);
  return (
    <li className={large === true ? "cover cover-large" : "cover"}>
      <Link to="/photoshoot/$collectionId" params={{ collectionId: id }}>
        {portrait === undefined ? (
          <Frame drawing={<SetDrawing collection={collection} />} />
        ) : (
          <Frame
            placeholderHash={portrait.placeholderHash}
            simulated={portrait.simulated}
            picture={portraitPicture(
              portrait,
              first?.title ?? title,
              large === true ? "(max-width: 900px) 92vw, 540px" : "(max-width: 900px) 46vw, 260px",
            )}
          />
        )}
        <h2>{title}</h2>
      </Link>
      <p className="small quiet numbers">{photoshoot.have(had.length, shots.length)}</p>
    </li>
  );
}
