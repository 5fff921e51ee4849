import { useMutation, useQueryClient } from "@tanstack/react-query";

import { CallProblem } from "../../parts/call-problem.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { TrainingView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { versionNumbers } from "./version-numbers.ts";
import "./versions.css";

/** Every training so far, newest first; a ready one can be put back into use. */
export function Versions({ trainings }: { trainings: readonly TrainingView[] }) {
  const { face, frame } = useWords();
  const { history } = face;
  const numbers = versionNumbers(trainings);
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queries = useQueries();
  const activate = useMutation(
    trpc.models.activate.mutationOptions({
      onSuccess: (model) => queryClient.setQueryData(queries.model().queryKey, model),
    }),
  );

  return (
    <section className="versions">
      <h3>{history.title}</h3>
      <ol>
        {trainings.map((training) => {
          const number = numbers.get(training.id);
          return (
            <li key={training.id}>
              <div>
                <b>{number === undefined ? history.attempt : history.version(number)}</b>
                <span>{format.moment(training.endedAt ?? training.createdAt)}</span>
                <span>{history.from(training.selfieCount)}</span>
                {training.simulated && <span>{frame.simulated}</span>}
                {training.error !== null && <span>{training.error.message}</span>}
              </div>
              {training.active ? (
                <span className="versions-standing">{history.inUse}</span>
              ) : number !== undefined ? (
                <button
                  type="button"
                  className="word"
                  aria-label={history.chooseSpoken(number)}
                  aria-disabled={activate.isPending}
                  onClick={() => activate.isPending || activate.mutate({ trainingId: training.id })}
                >
                  {activate.isPending && activate.variables.trainingId === training.id
                    ? history.choosing
                    : history.choose}
                </button>
              ) : (
                <span className="quiet">{history.status[training.status]}</span>
              )}
            </li>
          );
        })}
      </ol>
      {activate.isError && <CallProblem error={activate.error} />}
    </section>
  );
}
