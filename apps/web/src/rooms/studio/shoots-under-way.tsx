import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { useQueries } from "../../views/use-queries.ts";
import { useWords } from "../../words/words-context.tsx";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";

/** Photoshoots that have not ended, each the way to its sheet; nothing where there is none. */
export function ShootsUnderWay() {
  const { studio } = useWords();
  const photoshoot = useRoomWords(photoshootWords);
  const shoots = useQuery(useQueries().shoots());
  const open = shoots.data?.shoots.filter(({ endedAt }) => endedAt === null) ?? [];
  if (open.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="shoots-under-way">
      <h2 id="shoots-under-way">{studio.shootsUnderWay}</h2>
      <ul>
        {open.map(({ id, title, progress }) => (
          <li key={id}>
            <Link className="word" to="/photoshoot/shoots/$shootId" params={{ shootId: id }}>
              {title}
            </Link>{" "}
            <span className="small quiet numbers">
              {photoshoot.shoots.standing(progress.ready, progress.asked)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
