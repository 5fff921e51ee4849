import { useEffect, useEffectEvent } from "react";

/** Does something at the Escape key for as long as what asks for it is shown. */
export function useEscape(act: () => void, isShown = true): void {
  const onEscape = useEffectEvent(act);
  useEffect(() => {
    if (!isShown) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onEscape();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isShown]);
}
