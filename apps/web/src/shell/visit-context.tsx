import { useRouter } from "@tanstack/react-router";
import { createContext, use, useEffect, useRef, type ReactNode, type RefObject } from "react";

const MovedContext = createContext<RefObject<boolean>>({ current: false });

/** Whether the person has moved from one room to another since the page was opened. */
export function useHasMoved(): RefObject<boolean> {
  return use(MovedContext);
}

/** Remembers the first move between rooms: the browser itself announces the first page, we announce the others. */
export function VisitProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const moved = useRef(false);
  useEffect(
    () =>
      router.subscribe("onBeforeNavigate", ({ fromLocation, pathChanged }) => {
        if (fromLocation !== undefined && pathChanged) moved.current = true;
      }),
    [router],
  );
  return <MovedContext value={moved}>{children}</MovedContext>;
}
