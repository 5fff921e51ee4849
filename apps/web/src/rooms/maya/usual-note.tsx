import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { CallProblem } from "../../parts/call-problem.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { ProposalView, UsualView } from "../../views/views.ts";
import type { Format } from "../../words/format.ts";
import { type MayaWords, useMayaWords } from "../../words/maya-words.ts";
import { useFormat } from "../../words/words-context.tsx";

/** What new cards are made with, and what Maya would change of it: a difference to accept, or one to undo. */
export function UsualNote() {
  const words = useMayaWords();
  const { usual, card } = words;
  const format = useFormat();
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const found = useQuery(queries.usual());
  const remember = (view: UsualView) => queryClient.setQueryData(queries.usual().queryKey, view);
  const accept = useMutation(trpc.maya.acceptChange.mutationOptions({ onSuccess: remember }));
  const undo = useMutation(trpc.maya.undoChange.mutationOptions({ onSuccess: remember }));
  if (found.data === undefined) return null;

  const { presetId, standing, proposal, evidence } = found.data;
  const failed = [accept, undo].find(({ isError }) => isError);
  return (
    <section aria-live="polite">
      <h2>{usual.title}</h2>
      <p>{usual.preset(card.presets[presetId] ?? presetId)}</p>
      {standing.map((change) => (
        <div key={change.id} className="usual-change">
          <p className="numbers">{difference(words, format, change)}</p>
          <button
            type="button"
            className="word"
            aria-label={usual.undoSpoken(usual.parameters[change.parameter])}
            aria-disabled={undo.isPending}
            onClick={() => undo.isPending || undo.mutate({ changeId: change.id })}
          >
            {usual.undo}
          </button>
        </div>
      ))}
      {proposal === null ? (
        <p>{usual.tooLittle(evidence)}</p>
      ) : (
        <div className="usual-change">
          <p className="numbers usual-proposal">{difference(words, format, proposal)}</p>
          <p>{because(words, format, proposal)}</p>
          <button
            type="button"
            className="press press-plain press-low"
            aria-disabled={accept.isPending}
            onClick={() => {
              const { parameter, before, after } = proposal;
              if (!accept.isPending) accept.mutate({ parameter, before, after });
            }}
          >
            {usual.accept}
          </button>
        </div>
      )}
      {failed !== undefined && <CallProblem error={failed.error} retry={() => void found.refetch()} />}
    </section>
  );
}

function difference(
  { usual }: MayaWords,
  format: Format,
  { parameter, before, after }: Pick<ProposalView, "parameter" | "before" | "after">,
): string {
  return usual.difference(usual.parameters[parameter], format.decimal(before), format.decimal(after));
}

function because({ usual }: MayaWords, format: Format, { reason, before, after }: ProposalView): string {
  switch (reason.kind) {
    case "wide-smiles":
      return usual.wideSmiles(reason.count);
    case "less-like":
      return usual.lessLike(reason.count);
    case "kept":
      return usual.keptMore(
        { ...reason.after, value: format.decimal(after) },
        { ...reason.before, value: format.decimal(before) },
      );
  }
}
