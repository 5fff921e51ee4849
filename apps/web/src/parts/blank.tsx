import type { CSSProperties } from "react";

import "./blank.css";

interface BlankProps {
  /** A text line's width in characters, or a whole 3:4 frame. */
  readonly shape: "frame" | { readonly characters: number };
}

/** Keeps a place while its content is on the way, so that nothing jumps when it arrives. */
export function Blank({ shape }: BlankProps) {
  if (shape === "frame") return <span className="blank blank-frame" aria-hidden="true" />;
  const style: CSSProperties = { width: `${shape.characters}ch` };
  return <span className="blank blank-line" style={style} aria-hidden="true" />;
}
