import type { ReactNode } from "react";

import { useZoomGestures, type ZoomGestures } from "./use-zoom-gestures.ts";
import { zoomStyle } from "./zoom.ts";
import "./zoom-stage.css";

interface ZoomStageProps extends ZoomGestures {
  readonly className: string;
  readonly children: ReactNode;
}

/** The place a picture is zoomed and moved in. */
export function ZoomStage({ className, children, ...gestures }: ZoomStageProps) {
  const place = useZoomGestures<HTMLDivElement>(gestures);
  return (
    <div
      ref={place}
      className={`zoom-stage ${className}`}
      data-zoomed={gestures.zoom.scale > 1 ? "" : undefined}
    >
      <div className="zoom-picture" style={zoomStyle(gestures.zoom)}>
        {children}
      </div>
    </div>
  );
}
