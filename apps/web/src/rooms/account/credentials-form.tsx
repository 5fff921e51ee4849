import { useState, type FormEvent } from "react";

import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { TextField } from "../../parts/text-field.tsx";
import type { Credentials } from "../../session/ask-sign-in.ts";
import type { SignInProblem } from "../../session/sign-in-problem.ts";
import { useAccountWords } from "../../words/account-words.ts";
import { credentialsFault, type CredentialsFault } from "./credentials-fault.ts";
import "./credentials-form.css";

interface CredentialsFormProps {
  /** What the button says before and while it is pressed. */
  readonly submit: string;
  readonly submitting: string;
  /** Whether a password is made here or one that exists is asked for. */
  readonly password: "new" | "current";
  /** The shortest password, in characters, where one is made. */
  readonly shortestPassword?: number | undefined;
  /** Knocks; null is an open door. */
  readonly onSubmit: (credentials: Credentials) => Promise<SignInProblem | null>;
}

/** E-mail and password for either door; says what is missing before it asks, and keeps what was typed. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { submit, submitting, password: kind, shortestPassword, onSubmit } = props;
  const account = useAccountWords();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<CredentialsFault | null>(null);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [asking, setAsking] = useState(false);

  async function knock(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (asking) return;
    const credentials = { email: email.trim(), password };
    const found = credentialsFault(credentials, shortestPassword);
    setFault(found);
    setProblem(null);
    if (found !== null) {
      const name = found.is === "e-mail-missing" ? "email" : "password";
      event.currentTarget.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
      return;
    }
    setAsking(true);
    setProblem(await onSubmit(credentials));
    setAsking(false);
  }

  const passwordProblem =
    fault?.is === "password-missing"
      ? account.passwordMissing
      : fault?.is === "password-short"
        ? account.passwordShort(fault.missingCharacters)
        : undefined;

  return (
    <form className="credentials" noValidate onSubmit={(event) => void knock(event)}>
      <TextField
        label={account.email}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        problem={fault?.is === "e-mail-missing" ? account.emailMissing : undefined}
      />
      <TextField
        label={account.password}
        type="password"
        name="password"
        autoComplete={`${kind}-password`}
        value={password}
        onChange={setPassword}
        hint={shortestPassword === undefined ? undefined : account.passwordRule(shortestPassword)}
        problem={passwordProblem}
      />
      {problem === null ? null : (
        <ProblemNotice what={account.problems[problem].message} fix={account.problems[problem].fix} />
      )}
      <button type="submit" className="press" aria-disabled={asking}>
        {asking ? submitting : submit}
      </button>
    </form>
  );
}
