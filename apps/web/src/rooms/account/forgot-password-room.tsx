import { Link } from "@tanstack/react-router";
import { useState } from "react";

import { askReset } from "../../session/ask-sign-in.ts";
import { PlainPage } from "../../shell/plain-page.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useAccountWords } from "../../words/account-words.ts";
import { credentialsFault } from "./credentials-fault.ts";
import { OneLineForm } from "./one-line-form.tsx";

/** Asks for a mail with which a new password can be chosen. */
export function ForgotPasswordRoom() {
  const account = useAccountWords();
  const [sentTo, setSentTo] = useState<string>();

  async function send(written: string) {
    const email = written.trim();
    const problem = await askReset(email);
    if (problem === null) setSentTo(email);
    return problem;
  }

  return (
    <PlainPage>
      <RoomHeading room={account.forgot.room} lead={account.forgot.lead}>
        {account.forgot.title}
      </RoomHeading>
      {sentTo === undefined ? (
        <OneLineForm
          line={{ label: account.email, type: "email", autoComplete: "username" }}
          submit={account.forgot.submit}
          submitting={account.forgot.submitting}
          faultOf={(email) =>
            credentialsFault({ email: email.trim(), password: "any" }, undefined) === null
              ? undefined
              : account.emailMissing
          }
          onSubmit={send}
        />
      ) : (
        <output>{account.forgot.sent(sentTo)}</output>
      )}
      <p className="small credentials-other">
        <Link to="/sign-in">{account.signIn.submit}</Link>
      </p>
    </PlainPage>
  );
}
