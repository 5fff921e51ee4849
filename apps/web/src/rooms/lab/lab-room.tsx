import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { ShowMore } from "../../parts/show-more.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useLabWords } from "../../words/lab-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import "./lab-room.css";

/** The experiments there are, and the ways to a new one. */
export function LabRoom() {
  const lab = useLabWords();
  const format = useFormat();
  const pages = useInfiniteQuery(useQueries().experiments());
  const experiments = pages.data?.pages.flatMap((page) => page.experiments) ?? [];
  return (
    <>
      <RoomHeading room={lab.room} lead={lab.lead}>
        {lab.room}
      </RoomHeading>
      <div className="two">
        <section className="lab-list" aria-busy={pages.isPending}>
          <h2>{lab.list}</h2>
          {pages.isError && <CallProblem error={pages.error} retry={() => void pages.refetch()} />}
          {pages.isPending && (
            <Waiting>
              <Blank shape={{ characters: 30 }} />
            </Waiting>
          )}
          {pages.data !== undefined && experiments.length === 0 && (
            <div className="lab-empty">
              <div aria-hidden="true">
                <Frame turn={0} />
                <Frame turn={1} />
              </div>
              <p>{lab.empty}</p>
            </div>
          )}
          <ul>
            {experiments.map(({ id, title, arms, status, cells, credits, createdAt }) => (
              <li key={id}>
                <Link className="lab-title" to="/lab/$experimentId" params={{ experimentId: id }}>
                  {title}
                </Link>
                <p className="small">{arms.join(" · ")}</p>
                <p className="small quiet numbers">
                  {lab.summary(lab.counted(cells), credits.spent, format.day(createdAt, new Date()))},{" "}
                  {lab.status[status]}
                </p>
              </li>
            ))}
          </ul>
          <ShowMore pages={pages} label={lab.more} loading={lab.loadingMore} />
        </section>
        <aside className="lab-ready">
          <h2>{lab.ready.title}</h2>
          <p>{lab.ready.lead}</p>
          <Link className="press press-wide" to="/lab/new" search={{ ready: "mission" }}>
            {lab.ready.go}
          </Link>
          <Link className="press press-plain press-wide" to="/lab/new">
            {lab.newExperiment}
          </Link>
        </aside>
      </div>
    </>
  );
}
