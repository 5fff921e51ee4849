import { useEffect, useRef } from "react";
import { thumbHashToRGBA } from "thumbhash";

/** Draws the blurred placeholder of a picture, a few dozen pixels stretched to its frame. */
export function Placeholder({ hash }: { hash: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const target = canvas.current;
    const drawn = decodePlaceholder(hash);
    if (!target || !drawn) return;
    target.width = drawn.w;
    target.height = drawn.h;
    target
      .getContext("2d")
      ?.putImageData(new ImageData(new Uint8ClampedArray(drawn.rgba), drawn.w, drawn.h), 0, 0);
  }, [hash]);

  return (
    <canvas ref={canvas} className="frame-layer frame-placeholder" width="3" height="4" aria-hidden="true" />
  );
}

function decodePlaceholder(hash: string) {
  try {
    return thumbHashToRGBA(Uint8Array.from(atob(hash), (letter) => letter.charCodeAt(0)));
  } catch {
    // An unreadable hash costs the blur, not the picture.
    return undefined;
  }
}
