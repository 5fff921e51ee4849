import type { Framing } from "../views/views.ts";
import "./framing-sketch.css";

/** A standing figure in an upright frame, 300 by 400: the same drawing, nearer or farther. */
const figure =
  "M0 -58C-26 -58 -34 -36 -32 -14C-30 14 -16 34 0 34C16 34 30 14 32 -14C34 -36 26 -58 0 -58M-13 32V50C-42 60 -66 66 -72 100C-80 150 -80 220 -78 290M13 32V50C42 60 66 66 72 100C80 150 80 220 78 290M-48 130C-46 210 -50 280 -46 330L-40 560M48 130C46 210 50 280 46 330L40 560M0 340V560M-54 560H-16M16 560H54";

/** Where the head's middle stands in the frame, and how large the figure is. */
const views: Readonly<Record<Framing, { readonly y: number; readonly scale: number }>> = {
  "close-up": { y: 200, scale: 2.3 },
  "head-and-shoulders": { y: 165, scale: 1.5 },
  "half-length": { y: 120, scale: 0.95 },
  "three-quarter": { y: 95, scale: 0.7 },
  "full-length": { y: 72, scale: 0.5 },
  wide: { y: 190, scale: 0.3 },
};

/** How much of the person a picture shows, as a line drawing; its words stand beside it. */
export function FramingSketch({ framing }: { framing: Framing }) {
  const { y, scale } = views[framing];
  return (
    <svg className="framing-sketch" viewBox="0 0 300 400" aria-hidden="true">
      <path d={figure} transform={`translate(150 ${y}) scale(${scale})`} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
