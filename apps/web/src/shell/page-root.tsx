import { Outlet } from "@tanstack/react-router";

import { Announcer } from "./announcer.tsx";
import { VisitProvider } from "./visit-context.tsx";

/** What holds every page: the voice of the page and its memory of moves. */
export function PageRoot() {
  return (
    <VisitProvider>
      <Announcer>
        <Outlet />
      </Announcer>
    </VisitProvider>
  );
}
