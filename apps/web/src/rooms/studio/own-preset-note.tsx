import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { useQueries } from "../../views/use-queries.ts";
import { useLabWords } from "../../words/lab-words.ts";

/** That a portrait is made with a default of one's own, and the experiment it came from; nothing otherwise. */
export function OwnPresetNote() {
  const { ownPreset } = useLabWords();
  const own = useQuery(useQueries().defaultPreset()).data?.own ?? null;
  if (own === null) return null;
  return (
    <p className="tiny quiet">
      {ownPreset.atDesk(own.name)}{" "}
      <Link to="/lab/$experimentId" params={{ experimentId: own.experimentId }}>
        {own.experimentTitle}
      </Link>
    </p>
  );
}
