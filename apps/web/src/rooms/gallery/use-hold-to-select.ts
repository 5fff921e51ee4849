import { useMemo, type PointerEvent } from "react";

/** A finger that stays this long selects instead of opening. */
const heldMs = 450;
/** A finger that moves further than this, in pixels, scrolls. */
const stillWithin = 10;

/** Selecting by holding a finger on a portrait; a mouse has other ways. */
export function useHoldToSelect(onHold: (portraitId: string) => void) {
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from = { x: 0, y: 0 };
    let held = false;
    const stop = () => clearTimeout(timer);
    return {
      /** Whether the press that ends now was a hold; asked once, it forgets. */
      wasHeld() {
        const was = held;
        held = false;
        return was;
      },
      handlers: {
        onPointerDown(event: PointerEvent<HTMLElement>) {
          held = false;
          if (event.pointerType === "mouse" || !(event.target instanceof Element)) return;
          const id = event.target.closest<HTMLElement>("[data-portrait]")?.dataset["portrait"];
          if (id === undefined || event.target.closest("button") !== null) return;
          from = { x: event.clientX, y: event.clientY };
          stop();
          timer = setTimeout(() => {
            held = true;
            onHold(id);
          }, heldMs);
        },
        onPointerMove(event: PointerEvent<HTMLElement>) {
          if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > stillWithin) stop();
        },
        onPointerUp: stop,
        onPointerCancel: stop,
        onContextMenu(event: { preventDefault(): void }) {
          if (held) event.preventDefault();
        },
      },
    };
    // The caller's function reads what is latest by itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
