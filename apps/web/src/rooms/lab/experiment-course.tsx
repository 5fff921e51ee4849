import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { ExperimentView } from "../../views/views.ts";
import { useLabWords } from "../../words/lab-words.ts";
import { readBudget } from "./design-draft.ts";

/** How far an experiment is, and the ways to stop it and to go on; nothing once it is finished. */
export function ExperimentCourse({ experiment }: { experiment: ExperimentView }) {
  const lab = useLabWords();
  const words = lab.experiment;
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const { id, status, stop, cells, credits, budgetCredits } = experiment;
  const [budget, setBudget] = useState("");
  const onSuccess = (view: ExperimentView) => queryClient.setQueryData(queries.experiment(id).queryKey, view);
  const halt = useMutation(trpc.lab.stop.mutationOptions({ onSuccess }));
  const resume = useMutation(trpc.lab.resume.mutationOptions({ onSuccess }));
  const wanted = readBudget(budget, budgetCredits);

  if (status === "finished") return null;
  return (
    <section className="lab-course">
      {status === "running" ? (
        <>
          <progress max={cells.total} value={cells.made} aria-label={words.progress} />
          <p className="small numbers">
            {words.running(cells.made, cells.total)}{" "}
            <span className="quiet">{words.spent(credits.spent, credits.held, budgetCredits)}</span>
          </p>
          <button
            type="button"
            className="press press-plain press-low"
            aria-disabled={halt.isPending}
            onClick={() => halt.isPending || halt.mutate({ experimentId: id })}
          >
            {halt.isPending ? words.stopping : words.stop}
          </button>
        </>
      ) : (
        <ProblemNotice
          what={stop?.message ?? ""}
          fix={words.spent(credits.spent, credits.held, budgetCredits)}
        >
          {stop?.code !== "model-changed" && (
            <div className="lab-resume">
              <TextField
                label={lab.design.budget}
                type="text"
                name="budget"
                inputMode="numeric"
                autoComplete="off"
                value={budget}
                onChange={setBudget}
                hint={String(budgetCredits)}
                problem={wanted === null ? lab.design.faults.budget : undefined}
              />
              <button
                type="button"
                className="press press-plain press-low"
                aria-disabled={resume.isPending || wanted === null}
                onClick={() =>
                  resume.isPending ||
                  wanted === null ||
                  resume.mutate({ experimentId: id, budgetCredits: wanted })
                }
              >
                {resume.isPending ? words.resuming : words.resume}
              </button>
            </div>
          )}
        </ProblemNotice>
      )}
      {halt.isError && <CallProblem error={halt.error} />}
      {resume.isError && <CallProblem error={resume.error} />}
    </section>
  );
}
