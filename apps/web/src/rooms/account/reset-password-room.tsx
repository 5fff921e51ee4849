import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";

import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { choosePassword } from "../../session/ask-sign-in.ts";
import { PlainPage } from "../../shell/plain-page.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useAccountWords } from "../../words/account-words.ts";
import { credentialsFault } from "./credentials-fault.ts";
import { linkToken } from "./link-token.ts";
import { OneLineForm } from "./one-line-form.tsx";

/** Chooses a new password with the link of a mail. */
export function ResetPasswordRoom() {
  const account = useAccountWords();
  const token = linkToken(useLocation().hash);
  const shortest = useQuery(useQueries().studio()).data?.minimumPasswordCharacters;
  const [done, setDone] = useState(false);

  function faultOf(password: string): string | undefined {
    const fault = credentialsFault({ email: "any@address", password }, shortest);
    if (fault?.is === "password-short") return account.passwordShort(fault.missingCharacters);
    return fault === null ? undefined : account.passwordMissing;
  }

  async function choose(brought: string, password: string) {
    const problem = await choosePassword(brought, password);
    setDone(problem === null);
    return problem;
  }

  const spent = account.problems["link-spent"];
  return (
    <PlainPage>
      <RoomHeading room={account.reset.room} lead={account.reset.lead}>
        {account.reset.title}
      </RoomHeading>
      {done ? (
        <output>{account.reset.done}</output>
      ) : token === null ? (
        <ProblemNotice what={spent.message} fix={spent.fix} />
      ) : (
        <OneLineForm
          line={{
            label: account.password,
            type: "password",
            autoComplete: "new-password",
            hint: shortest === undefined ? undefined : account.passwordRule(shortest),
          }}
          submit={account.reset.submit}
          submitting={account.reset.submitting}
          faultOf={faultOf}
          onSubmit={(password) => choose(token, password)}
        />
      )}
      <p className="small credentials-other">
        {done ? (
          <Link to="/sign-in">{account.signIn.submit}</Link>
        ) : (
          <Link to="/forgot-password">{account.reset.again}</Link>
        )}
      </p>
    </PlainPage>
  );
}
