import { Link } from "@tanstack/react-router";
import { memo } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { imageAddress, imageSourceSet } from "../../parts/image-address.ts";
import { pictureFit } from "../../parts/picture-fit.ts";
import type { PortraitView } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";
import { useKeep } from "./use-keep.ts";
import "./gallery-portrait.css";

/** One portrait on the wall, with the mark that it is kept, which is also the way to keep it. */
export const GalleryPortrait = memo(function GalleryPortrait({
  portrait,
  large,
}: {
  portrait: PortraitView;
  large: boolean;
}) {
  const { gallery } = useWords();
  const keep = useKeep();
  return (
    <li className={large ? "hang-portrait hang-big" : "hang-portrait"}>
      <Link to="/gallery/$portraitId" params={{ portraitId: portrait.id }}>
        <Frame
          placeholderHash={portrait.placeholderHash}
          simulated={portrait.simulated}
          picture={{
            address: imageAddress("portraits", portrait.id, large ? 960 : 480),
            sourceSet: imageSourceSet("portraits", portrait),
            sizes: large ? "(max-width: 900px) 92vw, 520px" : "(max-width: 900px) 46vw, 260px",
            alt: portrait.brief,
            fit: pictureFit(portrait.width, portrait.height),
          }}
        />
      </Link>
      <button
        type="button"
        className="keep-mark"
        aria-pressed={portrait.kept}
        onClick={() => keep.toggle(portrait)}
      >
        {portrait.kept ? gallery.keptMark : gallery.keep} <span className="unseen">{portrait.brief}</span>
      </button>
      {keep.error !== null && <CallProblem error={keep.error} />}
    </li>
  );
});
