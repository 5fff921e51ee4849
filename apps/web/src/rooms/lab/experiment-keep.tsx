import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Choices } from "../../parts/choices.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { ExperimentView } from "../../views/views.ts";
import { useLabWords } from "../../words/lab-words.ts";

/** What one can take from an experiment: an arm as the default preset, and its files. */
export function ExperimentKeep({
  experiment: { id, design },
  winner,
}: {
  experiment: ExperimentView;
  /** The arm that won, which is offered first. */
  winner: number | null;
}) {
  const words = useLabWords().experiment;
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<number | null>(null);
  const arm = chosen ?? winner ?? 0;
  const name = design.arms[arm]?.name ?? "";
  const take = useMutation(
    trpc.presets.takeDefault.mutationOptions({
      onSuccess: (view) => queryClient.setQueryData(queries.defaultPreset().queryKey, view),
    }),
  );
  return (
    <section className="lab-keep">
      <div>
        <h2>{words.takeArm}</h2>
        <p className="small quiet">{words.takeLead}</p>
        <Choices
          label={words.takeWhich}
          value={String(arm)}
          options={design.arms.map((one, place) => ({ value: String(place), label: one.name }))}
          onChange={(place) => {
            take.reset();
            setChosen(Number(place));
          }}
        />
        <button
          type="button"
          className="press press-plain press-low"
          aria-disabled={take.isPending}
          onClick={() => take.isPending || take.mutate({ experimentId: id, arm })}
        >
          {take.isPending ? words.taking : words.take(name)}
        </button>
        <output className="small">{take.isSuccess ? words.taken : null}</output>
        {take.isError && <CallProblem error={take.error} />}
      </div>
      <div>
        <h2>{words.exports}</h2>
        <ul>
          {(["html", "csv", "json"] as const).map((format) => (
            <li key={format}>
              <a href={`/export/experiments/${id}/${format}`} download>
                {{ html: words.report, csv: words.csv, json: words.json }[format]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
