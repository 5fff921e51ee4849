import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";

import { LiveUpdates } from "../live/live-updates.tsx";
import { useQueries } from "../views/use-queries.ts";
import { useWords } from "../words/words-context.tsx";
import { ConnectionNotice } from "./connection-notice.tsx";
import { Rail } from "./rail.tsx";
import "./shell.css";

/** The house around the rooms of a signed-in person. */
export function Shell() {
  const words = useWords();
  const studio = useQuery(useQueries().studio());
  return (
    <LiveUpdates>
      <a className="skip" href="#room">
        {words.rail.skip}
      </a>
      <Rail />
      <main className="room" id="room" tabIndex={-1}>
        <div className="topline">
          <Link className="wordmark" to="/studio">
            {words.name}
          </Link>
          {studio.data?.simulated === true && <span className="quiet">{words.simulatedStudio.short}</span>}
        </div>
        <ConnectionNotice />
        <Outlet />
      </main>
    </LiveUpdates>
  );
}
