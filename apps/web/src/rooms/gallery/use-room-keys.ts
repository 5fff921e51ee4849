import { useEffect, useEffectEvent } from "react";

import { isTyping } from "./is-typing.ts";

/**
 * Listens for the keys of a room wherever the focus is, except where one writes, in a dialog, and with Ctrl, ⌘ or Alt.
 *
 * @param act says whether it took the key; the browser then does nothing with it
 */
export function useRoomKeys(act: (key: string, event: KeyboardEvent) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector("[role='dialog'], [role='alertdialog']") !== null)
      return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (act(key, event)) event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
