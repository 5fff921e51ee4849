import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { ShowMore } from "../../parts/show-more.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useAnnounce } from "../../shell/announcer.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { ConversationSummary } from "../../views/views.ts";
import { useMayaWords } from "../../words/maya-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { useEscape } from "./use-escape.ts";

/** The letters that were written so far, to go on with, to name and to delete. */
export function LetterList({ present }: { present: string | undefined }) {
  const { letters } = useMayaWords();
  const queries = useQueries();
  const pages = useInfiniteQuery(queries.conversations());
  const listed = pages.data?.pages.flatMap(({ conversations }) => conversations) ?? [];
  const written = listed.filter(({ title }) => title !== null);

  return (
    <section className="letters">
      <h2>{letters.title}</h2>
      {present !== undefined && (
        <Link className="word" to="/maya/{-$conversationId}" params={{ conversationId: undefined }}>
          {letters.fresh}
        </Link>
      )}
      {pages.isError && pages.data === undefined && (
        <CallProblem error={pages.error} retry={() => void pages.refetch()} />
      )}
      {pages.data !== undefined && written.length === 0 && <p>{letters.none}</p>}
      <ul>
        {written.map((letter) => (
          <LetterLine key={letter.id} letter={letter} isPresent={letter.id === present} />
        ))}
      </ul>
      <ShowMore pages={pages} label={letters.more} loading={letters.loading} />
    </section>
  );
}

function LetterLine({ letter, isPresent }: { letter: ConversationSummary; isPresent: boolean }) {
  const { letters } = useMayaWords();
  const format = useFormat();
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [draft, setDraft] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [now] = useState(() => new Date());
  useEscape(() => setDraft(null), draft !== null);
  const title = letter.title ?? letters.untitled;

  const refresh = () => queryClient.invalidateQueries({ queryKey: queries.conversations().queryKey });
  const rename = useMutation(
    trpc.maya.rename.mutationOptions({
      onSuccess() {
        setDraft(null);
        return refresh();
      },
    }),
  );
  const remove = useMutation(
    trpc.maya.remove.mutationOptions({
      async onSuccess() {
        setAsking(false);
        announce(letters.removed);
        if (isPresent)
          await navigate({ to: "/maya/{-$conversationId}", params: { conversationId: undefined } });
        queryClient.removeQueries({ queryKey: queries.conversation(letter.id).queryKey });
        await refresh();
      },
    }),
  );

  if (draft !== null)
    return (
      <li>
        <form
          className="letter-name"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.trim() !== "" && !rename.isPending)
              rename.mutate({ conversationId: letter.id, title: draft.trim() });
          }}
        >
          <TextField
            label={letters.renameLabel}
            type="text"
            name="title"
            autoComplete="off"
            value={draft}
            onChange={setDraft}
          />
          <button type="submit" className="word" aria-disabled={rename.isPending}>
            {letters.keepName}
          </button>
          {rename.isError && <CallProblem error={rename.error} />}
        </form>
      </li>
    );

  return (
    <li>
      <Link
        className="letter-title"
        to="/maya/{-$conversationId}"
        params={{ conversationId: letter.id }}
        aria-current={isPresent ? "page" : undefined}
      >
        {title}
      </Link>
      <span className="tiny letter-ways">
        {format.nearDay(letter.saidAt, now)}
        <button
          type="button"
          className="word"
          aria-label={letters.renameSpoken(title)}
          onClick={() => setDraft(title)}
        >
          {letters.rename}
        </button>
        <button
          type="button"
          className="word"
          aria-label={letters.removeSpoken(title)}
          onClick={() => setAsking(true)}
        >
          {letters.remove}
        </button>
      </span>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={(next) => remove.isPending || setAsking(next)}
        title={letters.removeTitle}
        description={letters.removeText}
        actions={
          <>
            <button type="button" className="press press-plain" onClick={() => setAsking(false)}>
              {letters.keep}
            </button>
            <button
              type="button"
              className="press"
              aria-disabled={remove.isPending}
              onClick={() => remove.isPending || remove.mutate({ conversationId: letter.id })}
            >
              {remove.isPending ? letters.removing : letters.removeSubmit}
            </button>
          </>
        }
      >
        {remove.isError && <CallProblem error={remove.error} />}
      </ConfirmDialog>
    </li>
  );
}
