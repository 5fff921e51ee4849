import { Link } from "@tanstack/react-router";

import { Frame } from "./frame.tsx";
import { imageAddress, imageSourceSet } from "./image-address.ts";
import { pictureFit } from "./picture-fit.ts";
import "./chapter.css";
import type { PortraitView } from "../views/views.ts";
import { useWords } from "../words/words-context.tsx";

interface DevelopingFrameProps {
  readonly place: number;
  readonly of: number;
  readonly share: number | null;
  readonly portrait: PortraitView | undefined;
}

/** One place of a generation: the sketch inked as far as was measured, then the print, then the portrait. */
export function DevelopingFrame({ place, of, share, portrait }: DevelopingFrameProps) {
  const { studio } = useWords();
  if (portrait === undefined) {
    return (
      <figure>
        <Frame turn={place} share={share} />
        <figcaption className="unseen">{studio.frameWaiting(place + 1, of)}</figcaption>
      </figure>
    );
  }
  return (
    <Link to="/gallery/$portraitId" params={{ portraitId: portrait.id }} className="hang-portrait">
      <Frame
        placeholderHash={portrait.placeholderHash}
        simulated={portrait.simulated}
        picture={{
          address: imageAddress("portraits", portrait.id, 960),
          sourceSet: imageSourceSet("portraits", portrait),
          sizes: of === 1 ? "(max-width: 900px) 92vw, 480px" : "(max-width: 900px) 46vw, 300px",
          alt: studio.portraitAlt(portrait.brief, place + 1),
          fit: pictureFit(portrait.width, portrait.height),
        }}
      />
    </Link>
  );
}
