import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { TickBox } from "../../parts/tick-box.tsx";
import { domainErrorOf } from "../../problems/problem-of.ts";
import { PlainPage } from "../../shell/plain-page.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useAccountWords } from "../../words/account-words.ts";
import { ConsentClauses } from "./consent-clauses.tsx";
import "./consent-room.css";

const route = getRouteApi("/signed-in/consent");

/** The consent before the first photo: every clause readable, two sentences to tick, the version recorded. */
export function ConsentRoom() {
  const { consent } = useAccountWords();
  const way = route.useSearch().with;
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const text = useQuery(queries.consentText());
  const [adult, setAdult] = useState(false);
  const [ownFace, setOwnFace] = useState(false);
  const [unticked, setUnticked] = useState(false);

  const addDrawn = useMutation(trpc.selfies.addDrawn.mutationOptions());
  const give = useMutation(
    trpc.account.giveConsent.mutationOptions({
      onSuccess: (subject) => queryClient.setQueryData(queries.account().queryKey, subject),
      onError(error) {
        if (domainErrorOf(error)?.code === "consent_text_outdated") void text.refetch();
      },
    }),
  );

  async function submit(textVersion: string) {
    setUnticked(!adult || !ownFace);
    if (!adult || !ownFace || give.isPending || addDrawn.isPending) return;
    await give.mutateAsync({ textVersion, adult, ownFace });
    if (way === "drawn") {
      await addDrawn.mutateAsync();
      await queryClient.invalidateQueries({ queryKey: queries.selfies().queryKey });
    }
    await navigate({ to: "/you/face" });
  }

  const clauseText = (id: string) => text.data?.clauses.find((clause) => clause.id === id)?.text;
  const label = addDrawn.isPending
    ? consent.loadingDrawn
    : give.isPending
      ? consent.submitting
      : way === "drawn"
        ? consent.submitDrawn
        : consent.submit;

  return (
    <PlainPage>
      <RoomHeading room={consent.room} lead={consent.lead}>
        {text.data?.title ?? consent.room}
      </RoomHeading>
      {text.isError && <CallProblem error={text.error} retry={() => void text.refetch()} />}
      <ConsentClauses text={text.data} without={["adult", "own-face"]} />
      {text.data !== undefined && (
        <form
          className="consent-ticks"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            // A failure is shown below, by the mutation itself.
            submit(text.data.version).catch(() => undefined);
          }}
        >
          <TickBox
            checked={adult}
            onChange={setAdult}
            invalid={unticked && !adult}
            describedBy="consent-both"
          >
            {clauseText("adult") ?? consent.adult}
          </TickBox>
          <TickBox
            checked={ownFace}
            onChange={setOwnFace}
            invalid={unticked && !ownFace}
            describedBy="consent-both"
          >
            {clauseText("own-face") ?? consent.ownFace}
          </TickBox>
          <p className="small quiet" id="consent-both" role={unticked ? "alert" : undefined}>
            {consent.tickBoth}
          </p>
          {give.isError && <CallProblem error={give.error} />}
          {addDrawn.isError && <CallProblem error={addDrawn.error} />}
          <div className="consent-actions">
            <button type="submit" className="press" aria-disabled={give.isPending || addDrawn.isPending}>
              {label}
            </button>
            <Link className="word" to="/you/face">
              {consent.later}
            </Link>
          </div>
          <p className="tiny quiet">{consent.version(text.data.version)}</p>
        </form>
      )}
    </PlainPage>
  );
}
