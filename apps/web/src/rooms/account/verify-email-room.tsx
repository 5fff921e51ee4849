import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";

import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { confirmEmail } from "../../session/ask-sign-in.ts";
import { PlainPage } from "../../shell/plain-page.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useAccountWords } from "../../words/account-words.ts";
import { linkToken } from "./link-token.ts";

/** Confirms an e-mail address with the link of a mail. */
export function VerifyEmailRoom() {
  const account = useAccountWords();
  const token = linkToken(useLocation().hash);
  // Once and never again by itself: a second answer would say that the link is spent.
  const confirmed = useQuery({
    queryKey: ["confirm-email", token],
    queryFn: () => (token === null ? ("link-spent" as const) : confirmEmail(token)),
    staleTime: Infinity,
    retry: false,
  });
  const problem = confirmed.data ?? null;
  return (
    <PlainPage>
      <RoomHeading room={account.confirm.room}>{account.confirm.title}</RoomHeading>
      {confirmed.isPending ? (
        <output>{account.confirm.waiting}</output>
      ) : problem === null ? (
        <output>{account.confirm.done}</output>
      ) : (
        <ProblemNotice what={account.problems[problem].message} fix={account.problems[problem].fix} />
      )}
      <p className="small credentials-other">
        <Link to="/sign-in">{account.signIn.submit}</Link>
      </p>
    </PlainPage>
  );
}
