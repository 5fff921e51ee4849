import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Choices } from "../../parts/choices.tsx";
import { TickBox } from "../../parts/tick-box.tsx";
import { askToTell, mayTell } from "../../live/browser-notice.ts";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useWords } from "../../words/words-context.tsx";

const keptDays = [null, 7, 30, 90] as const;

/** What one is told of when long work is done, and for how long selfies are kept. */
export function Notices() {
  const { notices } = useWords().you;
  const trpc = useTRPC();
  const query = useQueries().settings();
  const settings = useQuery(query);
  const queryClient = useQueryClient();
  const [told, setTold] = useState(mayTell);
  const save = useMutation(
    trpc.notices.saveSettings.mutationOptions({
      onSuccess: (fresh) => queryClient.setQueryData(query.queryKey, fresh),
    }),
  );
  const error = settings.error ?? save.error;
  const { data } = settings;
  return (
    <section aria-busy={settings.isPending}>
      <h2>{notices.title}</h2>
      {data !== undefined && (
        <>
          <TickBox
            checked={data.mailWhenTrained}
            onChange={(mailWhenTrained) => save.mutate({ ...data, mailWhenTrained })}
          >
            {notices.mailWhenTrained}
          </TickBox>
          {told === "not-asked" ? (
            <button
              type="button"
              className="press press-plain press-low"
              onClick={() => void askToTell().then(setTold)}
            >
              {notices.askBrowser}
            </button>
          ) : (
            <p className="small quiet">{notices.browser[told]}</p>
          )}
          <Choices
            label={notices.selfiesKept}
            value={String(data.selfiesKeptDays)}
            options={keptDays.map((days) => ({
              value: String(days),
              label: days === null ? notices.untilRemoved : notices.days(days),
            }))}
            onChange={(days) =>
              save.mutate({ ...data, selfiesKeptDays: days === "null" ? null : Number(days) })
            }
          />
          <p className="small quiet">{notices.selfiesNote}</p>
        </>
      )}
      {error !== null && <CallProblem error={error} />}
    </section>
  );
}
