import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { sessionQuery } from "../../session/session-query.ts";
import { useTRPC } from "../../trpc.ts";
import { useWords } from "../../words/words-context.tsx";
import { DeletionLines } from "./deletion-lines.tsx";
import { receiptHash } from "./deletion-receipt.ts";

/** The phrase the api asks for, to the letter. */
const confirmation = "delete everything";

/** Withdrawing the consent, which is deletion: says what goes, asks for a typed phrase, then does it. */
export function Deletion() {
  const words = useWords();
  const { deletion } = words.you;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const preview = useQuery(trpc.account.previewDeletion.queryOptions(undefined, { enabled: open }));

  const withdraw = useMutation(
    trpc.account.withdrawConsent.mutationOptions({
      async onSuccess({ receipt }) {
        queryClient.clear();
        queryClient.setQueryData(sessionQuery.queryKey, null);
        await navigate({ to: "/deleted", hash: receiptHash(receipt) });
      },
    }),
  );

  const confirmed = typed.trim().toLowerCase() === deletion.phrase;
  const disabled = !confirmed || withdraw.isPending;

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
        {preview.isPending && <output>{words.waiting}</output>}
        {preview.isError && <CallProblem error={preview.error} retry={() => void preview.refetch()} />}
        {preview.data !== undefined && (
          <>
            <DeletionLines lines={preview.data.lines} />
            {preview.data.stays.map((line) => (
              <p key={line} className="small quiet">
                {line}
              </p>
            ))}
          </>
        )}
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
