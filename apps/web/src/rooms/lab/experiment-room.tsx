import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { domainErrorOf } from "../../problems/problem-of.ts";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import type { ExperimentView } from "../../views/views.ts";
import { useLabWords } from "../../words/lab-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { ArmComparisons } from "./arm-comparisons.tsx";
import { ExperimentCourse } from "./experiment-course.tsx";
import { ExperimentKeep } from "./experiment-keep.tsx";
import { Plot } from "./plot.tsx";
import { Sheet } from "./sheet.tsx";
import "./experiment-room.css";

const route = getRouteApi("/signed-in/house/lab/$experimentId");
/** News come by themselves; this is how late a lost one can be. */
const lookAgainMs = 4_000;

/** An experiment: what it says as one sentence, the plots behind it, the votes, and the sheet. */
export function ExperimentRoom() {
  const lab = useLabWords();
  const words = lab.experiment;
  const format = useFormat();
  const { experimentId } = route.useParams();
  const queries = useQueries();
  const experiment = useQuery({
    ...queries.experiment(experimentId),
    refetchInterval: ({ state }) => lookAgain(state.data),
  });
  const verdict = useQuery({
    ...queries.verdict(experimentId),
    refetchInterval: () => lookAgain(experiment.data),
  });

  if (experiment.isError && experiment.data === undefined) {
    const missing = domainErrorOf(experiment.error)?.code === "not_found";
    return (
      <>
        <RoomHeading room={lab.room}>{missing ? words.missing : lab.room}</RoomHeading>
        <CallProblem error={experiment.error} retry={missing ? undefined : () => void experiment.refetch()}>
          <Link className="word" to="/lab">
            {words.back}
          </Link>
        </CallProblem>
      </>
    );
  }
  const shown = experiment.data;
  const said = verdict.data;
  const first = said?.comparisons[said.told];
  return (
    <>
      <p className="small quiet numbers lab-crumb">
        <Link to="/lab">{words.crumb}</Link>
        {shown !== undefined &&
          ` / ${shown.title}. ${lab.summary(lab.counted(shown.cells), shown.credits.spent, format.moment(shown.createdAt))}.`}
      </p>
      {said === undefined ? (
        <RoomHeading room={shown?.title ?? lab.room}>{words.reading}</RoomHeading>
      ) : (
        <RoomHeading room={shown?.title ?? lab.room} lead={said.basis}>
          {said.sentence}
        </RoomHeading>
      )}
      {verdict.isError && said === undefined && (
        <CallProblem error={verdict.error} retry={() => void verdict.refetch()} />
      )}
      {shown === undefined ? (
        <Waiting>
          <Blank shape={{ characters: 40 }} />
        </Waiting>
      ) : (
        <>
          {said?.simulated === true && <p className="small lab-simulated">{words.simulated}</p>}
          <ExperimentCourse experiment={shown} />
          {first !== undefined && first.plots.length > 0 && (
            <div className="plots">
              {first.plots.map((plot) => (
                <Plot key={plot.id} plot={plot} />
              ))}
            </div>
          )}
          <VoteInvitation experiment={shown} />
          {said !== undefined && <ArmComparisons verdict={said} />}
          {said !== undefined && said.plots.length > 0 && (
            <section>
              <h2 className="state">{words.spread}</h2>
              <div className="plots">
                {said.plots.map((plot) => (
                  <Plot key={plot.id} plot={plot} />
                ))}
              </div>
            </section>
          )}
          <Sheet experiment={shown} />
          <ExperimentKeep experiment={shown} winner={said?.winner?.arm ?? null} />
        </>
      )}
    </>
  );
}

/** When to look again: while portraits come, or their figures. */
function lookAgain(experiment: ExperimentView | undefined): number | false {
  if (experiment === undefined) return false;
  const { status, cells, grid, measures } = experiment;
  const isMaking = status === "running" || cells.underWay > 0;
  const isUnmeasured = grid.some(({ state, score }) => state === "made" && score === null);
  return isMaking || (measures && isUnmeasured) ? lookAgainMs : false;
}

function VoteInvitation({ experiment: { id, cells, votes } }: { experiment: ExperimentView }) {
  const { vote } = useLabWords().experiment;
  if (cells.made < 2) return null;
  return (
    <section className="lab-vote">
      <div className="state">
        <h2>{vote.title}</h2>
        <span className="numbers">{vote.progress(votes.cast, votes.total)}</span>
      </div>
      <p>{vote.lead}</p>
      <Link className="press press-plain" to="/lab/$experimentId/vote" params={{ experimentId: id }}>
        {votes.cast === 0 ? vote.go : vote.goOn}
      </Link>
    </section>
  );
}
