import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useAnnounce } from "../../shell/announcer.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { SpendingView } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";
import { readCap } from "./read-cap.ts";

/** How much one allows oneself to spend in a month. */
export function MonthlyLimit({ spending }: { spending: SpendingView }) {
  const { month } = useWords().credits;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queries = useQueries();
  const announce = useAnnounce();
  const [text, setText] = useState(() => spending.ownCap?.toString() ?? "");
  const [isWrong, setWrong] = useState(false);
  const keep = useMutation(
    trpc.credits.setMonthlyCap.mutationOptions({
      onSuccess(fresh) {
        queryClient.setQueryData(queries.spending().queryKey, fresh);
        announce(month.kept);
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const read = readCap(text);
    setWrong(read === "not-whole");
    if (read !== "not-whole" && !keep.isPending) keep.mutate(read);
  }

  return (
    <form className="monthly-limit" noValidate onSubmit={submit}>
      <h3>{month.title}</h3>
      <TextField
        label={month.label}
        type="text"
        name="monthly-limit"
        autoComplete="off"
        value={text}
        onChange={setText}
        hint={spending.studioCap === null ? month.hint : `${month.studio(spending.studioCap)} ${month.hint}`}
        problem={isWrong ? month.notWhole : undefined}
      />
      <button type="submit" className="press press-plain press-low" aria-disabled={keep.isPending}>
        {keep.isPending ? month.submitting : month.submit}
      </button>
      {keep.isError && <CallProblem error={keep.error} />}
    </form>
  );
}
