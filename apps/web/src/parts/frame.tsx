import { useState, type ReactNode } from "react";

import { useWords } from "../words/words-context.tsx";
import { Placeholder } from "./placeholder.tsx";
import { Sketch } from "./sketch.tsx";
import "./frame.css";

export interface FramePicture {
  readonly address: string;
  readonly sourceSet?: string;
  readonly sizes?: string;
  readonly alt: string;
  readonly fit: "fill" | "whole";
}

interface FrameProps {
  /** The finished picture; without one the sketch stands in its place. */
  readonly picture?: FramePicture | undefined;
  /** The blur that bridges sketch and picture. */
  readonly placeholderHash?: string | undefined;
  readonly simulated?: boolean;
  /** The measured share of the work, for the sketch's ink. */
  readonly share?: number | null;
  readonly turn?: number;
  /** The line drawing that stands there until there is more; a head and shoulders when left out. */
  readonly drawing?: ReactNode;
  /** Loads at once and first; for the one picture a room is about. */
  readonly first?: boolean;
  readonly small?: boolean;
}

/** The one 3:4 frame in which sketch, developing print and portrait follow each other. */
export function Frame({
  picture,
  placeholderHash,
  simulated,
  share,
  turn,
  drawing,
  first,
  small,
}: FrameProps) {
  const words = useWords();
  const [shown, setShown] = useState<{ address: string; outcome: "developing" | "settled" | "broken" }>();
  const outcome = shown !== undefined && shown.address === picture?.address ? shown.outcome : "waiting";
  const developing = picture !== undefined || placeholderHash !== undefined;

  return (
    <div
      className="frame"
      data-small={small === true ? "" : undefined}
      data-sketch={developing ? undefined : ""}
    >
      {!developing && (drawing ?? <Sketch turn={turn ?? 1} share={share ?? null} />)}
      {placeholderHash !== undefined && outcome !== "settled" && <Placeholder hash={placeholderHash} />}
      {picture !== undefined && outcome !== "broken" && (
        <img
          key={picture.address}
          className="frame-layer frame-picture"
          data-fit={picture.fit}
          data-shown={outcome === "waiting" ? undefined : ""}
          src={picture.address}
          srcSet={picture.sourceSet}
          sizes={picture.sizes}
          alt={picture.alt}
          loading={first === true ? "eager" : "lazy"}
          fetchPriority={first === true ? "high" : "auto"}
          decoding="async"
          ref={(image) => {
            // A cached picture may be complete before React listens.
            if (image?.complete === true && image.naturalWidth > 0 && outcome === "waiting") {
              setShown({ address: picture.address, outcome: "developing" });
            }
          }}
          onLoad={() => setShown({ address: picture.address, outcome: "developing" })}
          // Until here the print below shows through, so that the frame is never empty in between.
          onAnimationEnd={() => setShown({ address: picture.address, outcome: "settled" })}
          onError={() => setShown({ address: picture.address, outcome: "broken" })}
        />
      )}
      {outcome === "broken" && <p className="frame-broken">{words.frame.broken}</p>}
      {simulated === true && developing && <span className="frame-mark">{words.frame.simulated}</span>}
    </div>
  );
}
