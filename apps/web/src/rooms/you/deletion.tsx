import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { sessionQuery } from "../../session/session-query.ts";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useWords } from "../../words/words-context.tsx";
import { deletionReceiptKey } from "./deletion-receipt.ts";
import "./deletion.css";

/** The phrase the api asks for, to the letter. */
const confirmation = "delete everything";

/** Withdrawing the consent, which is deletion: says what goes, asks for a typed phrase, then does it. */
export function Deletion() {
  const { deletion } = useWords().you;
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const selfies = useQuery({ ...queries.selfies(), enabled: open });
  const model = useQuery({ ...queries.model(), enabled: open });

  const withdraw = useMutation(
    trpc.account.withdrawConsent.mutationOptions({
      async onSuccess(receipt) {
        queryClient.clear();
        queryClient.setQueryData(sessionQuery.queryKey, null);
        queryClient.setQueryData(deletionReceiptKey, receipt);
        await navigate({ to: "/deleted" });
      },
    }),
  );

  const confirmed = typed.trim().toLowerCase() === deletion.phrase;
  const disabled = !confirmed || withdraw.isPending;
  const goes = [
    selfies.data === undefined ? null : deletion.goes.selfies(selfies.data.selfies.length),
    !model.data ? null : deletion.goes.models(model.data.trainings.length),
    deletion.goes.portraits,
    deletion.goes.account,
  ].filter((line) => line !== null);

  return (
    <section className="you-wide">
      <h2>{deletion.title}</h2>
      <p>{deletion.text}</p>
      <button type="button" className="press press-plain" onClick={() => setOpen(true)}>
        {deletion.open}
      </button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          if (withdraw.isPending) return;
          setOpen(next);
          setTyped("");
        }}
        title={deletion.dialogTitle}
        description={deletion.dialogText}
        actions={
          <>
            <button type="button" className="press press-plain" onClick={() => setOpen(false)}>
              {deletion.keep}
            </button>
            <button
              type="button"
              className="press"
              aria-disabled={disabled}
              onClick={() => disabled || withdraw.mutate({ confirm: confirmation })}
            >
              {withdraw.isPending ? deletion.submitting : deletion.submit}
            </button>
          </>
        }
      >
        <ul className="deletion-goes">
          {goes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="small quiet">{deletion.goes.stays}</p>
        <TextField
          label={deletion.typeLabel(deletion.phrase)}
          type="text"
          name="confirm"
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
        {withdraw.isError && <CallProblem error={withdraw.error} />}
      </ConfirmDialog>
    </section>
  );
}
