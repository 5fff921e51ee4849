import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { Bill } from "../../parts/bill.tsx";
import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useLabWords } from "../../words/lab-words.ts";

/** Which preset holds where none is named, where it comes from, and the way back to the studio's. */
export function OwnPreset() {
  const { ownPreset } = useLabWords();
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const found = useQuery(queries.defaultPreset());
  const withdraw = useMutation(
    trpc.presets.withdrawDefault.mutationOptions({
      onSuccess: (view) => queryClient.setQueryData(queries.defaultPreset().queryKey, view),
    }),
  );
  const own = found.data?.own ?? null;
  return (
    <section aria-busy={found.data === undefined && !found.isError}>
      <h2>{ownPreset.title}</h2>
      {found.isError && found.data === undefined && (
        <CallProblem error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data === undefined && !found.isError && <Blank shape={{ characters: 24 }} />}
      {found.data !== undefined && (
        <p>{own === null ? ownPreset.studio(found.data.studio) : ownPreset.own(own.name, own.version)}</p>
      )}
      {own !== null && (
        <>
          <Bill
            lines={[
              {
                label: ownPreset.from,
                value: (
                  <Link to="/lab/$experimentId" params={{ experimentId: own.experimentId }}>
                    {own.experimentTitle}
                  </Link>
                ),
              },
              { label: ownPreset.preset, value: own.presetId },
              ...Object.entries(own.changes).map(([label, value]) => ({ label, value: String(value) })),
            ]}
          />
          <button
            type="button"
            className="press press-plain press-low"
            aria-disabled={withdraw.isPending}
            onClick={() => withdraw.isPending || withdraw.mutate()}
          >
            {withdraw.isPending ? ownPreset.goingBack : ownPreset.goBack}
          </button>
        </>
      )}
      {own === null && found.data !== undefined && <Link to="/lab">{ownPreset.lab}</Link>}
      {withdraw.isError && <CallProblem error={withdraw.error} />}
    </section>
  );
}
