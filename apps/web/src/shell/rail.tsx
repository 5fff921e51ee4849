import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { useQueries } from "../views/use-queries.ts";
import { useWords } from "../words/words-context.tsx";
import "./rail.css";

/** The rooms: a rail at the left on wide screens, a bar of words at the bottom on narrow ones. */
export function Rail() {
  const words = useWords();
  const studio = useQuery(useQueries().studio());
  return (
    <nav className="rail" aria-label={words.rail.label}>
      <Link className="wordmark" to="/studio">
        {words.name}
      </Link>
      <ul>
        <li>
          <Link to="/studio">{words.rail.studio}</Link>
        </li>
        <li>
          <Link to="/maya/{-$conversationId}" params={{ conversationId: undefined }}>
            {words.rail.maya}
          </Link>
        </li>
        <li>
          <Link to="/photoshoot">{words.rail.photoshoot}</Link>
        </li>
        <li>
          <Link to="/gallery">{words.rail.gallery}</Link>
        </li>
        <li>
          <Link to="/lab">{words.rail.lab}</Link>
        </li>
        <li>
          <Link to="/you">{words.rail.you}</Link>
        </li>
      </ul>
      {studio.data?.simulated === true && (
        <p className="rail-foot">
          {words.simulatedStudio.short}
          <span>{words.simulatedStudio.long}</span>
        </p>
      )}
    </nav>
  );
}
