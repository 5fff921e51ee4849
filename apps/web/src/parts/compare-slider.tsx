import { useId, useState, type CSSProperties } from "react";

import { Frame, type FramePicture } from "./frame.tsx";
import "./compare-slider.css";

interface Compared {
  readonly name: string;
  readonly picture: FramePicture;
  readonly placeholderHash: string;
  readonly simulated: boolean;
}

interface CompareSliderProps {
  /** What lies at the left of the line. */
  readonly left: Compared;
  readonly right: Compared;
  /** What the line does, for a screen reader, and where it stands. */
  readonly label: string;
  readonly spoken: (percent: number) => string;
}

const middle = 50;

/** Two pictures one over the other, with a line between them that is dragged, or moved with the arrow keys. */
export function CompareSlider({ left, right, label, spoken }: CompareSliderProps) {
  const id = useId();
  const [percent, setPercent] = useState(middle);
  return (
    <figure>
      <div className="compare-slider" style={{ "--line": `${percent}%` } as CSSProperties}>
        <Frame
          first
          picture={right.picture}
          placeholderHash={right.placeholderHash}
          simulated={right.simulated}
        />
        <div className="compare-slider-over">
          <Frame
            first
            picture={left.picture}
            placeholderHash={left.placeholderHash}
            simulated={left.simulated}
          />
        </div>
        <span className="compare-slider-line" aria-hidden="true" />
        <label className="unseen" htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          className="compare-slider-range"
          type="range"
          min={0}
          max={100}
          value={percent}
          aria-valuetext={spoken(percent)}
          onChange={({ target }) => setPercent(Number(target.value))}
        />
      </div>
      <figcaption className="compare-slider-names small">
        <span>{left.name}</span>
        <span>{right.name}</span>
      </figcaption>
    </figure>
  );
}
