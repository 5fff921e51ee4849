import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import { StepsLine } from "../../parts/steps-line.tsx";
import { trainingHasEnded } from "../../views/has-ended.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useWords } from "../../words/words-context.tsx";
import { BriefDesk } from "./brief-desk.tsx";
import { ModelFirst } from "./model-first.tsx";
import { RecentGenerations } from "./recent-generations.tsx";
import { useBriefDraft } from "./use-brief-draft.ts";
import { useBriefSource } from "./use-brief-source.ts";
import "./studio-room.css";

/** Where a portrait is asked for and develops. */
export function StudioRoom() {
  const { studio } = useWords();
  const queries = useQueries();
  const model = useQuery(queries.model());
  const account = useQuery(queries.account());
  const generations = useQuery(queries.generations());
  const hasKept = useQuery(queries.hasKept());
  const desk = useBriefDraft();
  const source = useBriefSource(desk);

  const trainings = model.data?.trainings ?? [];
  const learning = trainings.some(({ status }) => !trainingHasEnded(status));
  const ready = model.data?.ready === true;
  const made = generations.data?.generations.some(({ portraits }) => portraits.length > 0) === true;
  const failed = [model, account].find((query) => query.isError && query.data === undefined);

  return (
    <>
      {hasKept.data?.portraits.length === 0 && model.data !== undefined && (
        <div className="studio-steps">
          <StepsLine now={made ? "keep" : ready ? "portraits" : learning ? "training" : "selfies"} />
        </div>
      )}
      {source.error !== null && <CallProblem error={source.error} />}
      {failed === undefined ? null : <CallProblem error={failed.error} retry={() => void failed.refetch()} />}
      {model.data !== undefined && !ready ? (
        <ModelFirst learning={learning} started={trainings.length > 0} />
      ) : (
        <BriefDesk desk={desk} limits={account.data?.limits} waiting={model.data === undefined} />
      )}
      {ready && (
        <p className="studio-other">
          <Link className="word" to="/enhanced">
            {studio.toEnhanced}
          </Link>
        </p>
      )}
      {generations.isError && generations.data === undefined ? (
        <CallProblem error={generations.error} retry={() => void generations.refetch()} />
      ) : (
        (ready || made) && <RecentGenerations list={generations.data} onAgain={desk.change} />
      )}
    </>
  );
}
