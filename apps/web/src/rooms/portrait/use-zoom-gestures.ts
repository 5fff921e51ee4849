import { useEffect, useEffectEvent, useRef, type RefObject } from "react";

import { type FramePoint, moved, type Zoom, zoomed } from "./zoom.ts";

/** One notch of a wheel. */
const wheelFactor = 1.0016;
/** A second tap within this is a double tap. */
const doubleTapMs = 300;
const doubleTapScale = 2.5;
/** A finger that moved further than this, in pixels, sideways on a whole picture goes to the neighbour. */
const swipePixels = 56;
const tapPixels = 10;

export interface ZoomGestures {
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  /** A swipe over a whole picture: to what comes earlier, or to what came later. */
  readonly onSwipe?: (to: "earlier" | "later") => void;
}

/** Wheel, pinch, drag, double tap and swipe over an element. */
export function useZoomGestures<TElement extends HTMLElement>({
  zoom,
  onZoom,
  onSwipe,
}: ZoomGestures): RefObject<TElement | null> {
  const place = useRef<TElement>(null);
  const touching = useRef(new Map<number, { x: number; y: number }>());
  const begun = useRef<{ x: number; y: number; fingers: number } | null>(null);
  const lastTapMs = useRef(0);
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });

  const change = useEffectEvent((next: Zoom) => {
    latest.current = next;
    onZoom(next);
  });
  const swipe = useEffectEvent((to: "earlier" | "later") => onSwipe?.(to));

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const pointOf = (x: number, y: number): FramePoint => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: (x - left) / width - 0.5, y: (y - top) / height - 0.5 };
    };
    const partOf = (dx: number, dy: number): FramePoint => {
      const { width, height } = element.getBoundingClientRect();
      return { x: dx / width, y: dy / height };
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      change(zoomed(latest.current, wheelFactor ** -event.deltaY, pointOf(event.clientX, event.clientY)));
    };
    const spread = () => {
      const [one, other] = [...touching.current.values()];
      if (one === undefined || other === undefined) return undefined;
      return {
        distance: Math.hypot(one.x - other.x, one.y - other.y),
        x: (one.x + other.x) / 2,
        y: (one.y + other.y) / 2,
      };
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      touching.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const fingers = touching.current.size;
      begun.current = {
        x: event.clientX,
        y: event.clientY,
        fingers: Math.max(fingers, begun.current?.fingers ?? 0),
      };
    };
    const onMove = (event: PointerEvent) => {
      const before = touching.current.get(event.pointerId);
      if (before === undefined) return;
      const spreadBefore = spread();
      touching.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const spreadNow = spread();
      if (spreadBefore !== undefined && spreadNow !== undefined) {
        const pinched = zoomed(
          latest.current,
          spreadNow.distance / Math.max(1, spreadBefore.distance),
          pointOf(spreadNow.x, spreadNow.y),
        );
        change(moved(pinched, partOf(spreadNow.x - spreadBefore.x, spreadNow.y - spreadBefore.y)));
      } else if (latest.current.scale > 1) {
        change(moved(latest.current, partOf(event.clientX - before.x, event.clientY - before.y)));
      }
    };
    const onUp = (event: PointerEvent) => {
      if (!touching.current.delete(event.pointerId) || touching.current.size > 0) return;
      const from = begun.current;
      begun.current = null;
      if (from === null || from.fingers > 1 || event.type === "pointercancel") return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (latest.current.scale === 1 && Math.abs(dx) > swipePixels && Math.abs(dx) > 2 * Math.abs(dy)) {
        swipe(dx < 0 ? "earlier" : "later");
        return;
      }
      if (Math.hypot(dx, dy) > tapPixels) return;
      if (event.timeStamp - lastTapMs.current < doubleTapMs) {
        lastTapMs.current = 0;
        const factor = latest.current.scale > 1 ? 1 / latest.current.scale : doubleTapScale;
        change(zoomed(latest.current, factor, pointOf(event.clientX, event.clientY)));
      } else lastTapMs.current = event.timeStamp;
    };
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener("wheel", onWheel, { passive: false, signal });
    element.addEventListener("pointerdown", onDown, { signal });
    element.addEventListener("pointermove", onMove, { signal });
    element.addEventListener("pointerup", onUp, { signal });
    element.addEventListener("pointercancel", onUp, { signal });
    return () => listening.abort();
  }, []);
  return place;
}
