import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { CallProblem } from "../../parts/call-problem.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";

/** The browsers and terminals that are signed in, each with its way out. */
export function Sessions() {
  const { sessions: texts } = useWords().you;
  const format = useFormat();
  const trpc = useTRPC();
  const query = useQueries().sessions();
  const listed = useQuery(query);
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: query.queryKey });
  const end = useMutation(trpc.account.endSession.mutationOptions({ onSettled }));
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions({ onSettled }));
  const error = listed.error ?? end.error ?? endOthers.error;
  const busy = end.isPending || endOthers.isPending;
  const sessions = listed.data?.sessions ?? [];
  return (
    <section aria-busy={listed.isPending}>
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      <ul className="you-sessions">
        {sessions.map(({ id, userAgent, createdAt, current }) => {
          const name = userAgent ?? texts.unnamed;
          return (
            <li key={id}>
              <span>{name}</span>
              <span className="small quiet">
                {current ? texts.current : texts.since(format.day(createdAt, new Date()))}
              </span>
              {current ? null : (
                <button
                  type="button"
                  className="press press-plain"
                  aria-label={texts.endNamed(name)}
                  aria-disabled={busy}
                  onClick={() => busy || end.mutate({ sessionId: id })}
                >
                  {texts.end}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {error === null ? null : <CallProblem error={error} />}
      {sessions.length > 1 && (
        <button
          type="button"
          className="press press-plain"
          aria-disabled={busy}
          onClick={() => busy || endOthers.mutate()}
        >
          {endOthers.isPending ? texts.ending : texts.endOthers}
        </button>
      )}
    </section>
  );
}
