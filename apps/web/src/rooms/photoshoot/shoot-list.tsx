import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useFormat } from "../../words/words-context.tsx";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import { portraitPicture } from "./portrait-picture.ts";

/** The latest shoots; nothing before the first. */
export function ShootList() {
  const photoshoot = useRoomWords(photoshootWords);
  const format = useFormat();
  const shoots = useQuery(useQueries().shoots());
  if (shoots.isError && shoots.data === undefined)
    return <CallProblem error={shoots.error} retry={() => void shoots.refetch()} />;
  if (shoots.data === undefined || shoots.data.shoots.length === 0) return null;
  return (
    <section className="lookbook-part lookbook-first" aria-labelledby="shoots">
      <h2 id="shoots">{photoshoot.shoots.title}</h2>
      <ul className="shoot-row">
        {shoots.data.shoots.map(({ id, title, portrait, progress, createdAt }) => (
          <li key={id}>
            <Link to="/photoshoot/shoots/$shootId" params={{ shootId: id }}>
              <Frame
                small
                placeholderHash={portrait?.placeholderHash}
                simulated={portrait?.simulated === true}
                picture={portrait === null ? undefined : portraitPicture(portrait, title, "132px")}
              />
              <h3>{title}</h3>
            </Link>
            <p className="tiny quiet numbers">
              {format.nearDay(createdAt, new Date())}.{" "}
              {progress.openShots > 0
                ? photoshoot.shoots.underWay(progress.openShots)
                : photoshoot.shoots.standing(progress.ready, progress.asked)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
