import { type FormEvent, useState } from "react";

import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { TextField } from "../../parts/text-field.tsx";
import type { SignInProblem } from "../../session/sign-in-problem.ts";
import { useAccountWords } from "../../words/account-words.ts";
import "./credentials-form.css";

interface OneLineFormProps {
  readonly line: {
    readonly label: string;
    readonly type: "email" | "password";
    readonly autoComplete: string;
    readonly hint?: string | undefined;
  };
  /** What the button says before and while it is pressed. */
  readonly submit: string;
  readonly submitting: string;
  /** What is wrong with what was written, before anything is sent; undefined is nothing. */
  readonly faultOf: (value: string) => string | undefined;
  /** Knocks; null is an open door. */
  readonly onSubmit: (value: string) => Promise<SignInProblem | null>;
}

/** One line to write on and one button; keeps what was typed until the door opens. */
export function OneLineForm({ line, submit, submitting, faultOf, onSubmit }: OneLineFormProps) {
  const account = useAccountWords();
  const [value, setValue] = useState("");
  const [fault, setFault] = useState<string>();
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [asking, setAsking] = useState(false);

  async function knock(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (asking) return;
    const found = faultOf(value);
    setFault(found);
    setProblem(null);
    if (found !== undefined) {
      event.currentTarget.querySelector("input")?.focus();
      return;
    }
    setAsking(true);
    setProblem(await onSubmit(value));
    setAsking(false);
  }

  return (
    <form className="credentials" noValidate onSubmit={(event) => void knock(event)}>
      <TextField {...line} name={line.type} value={value} onChange={setValue} problem={fault} />
      {problem === null ? null : (
        <ProblemNotice what={account.problems[problem].message} fix={account.problems[problem].fix} />
      )}
      <button type="submit" className="press" aria-disabled={asking}>
        {asking ? submitting : submit}
      </button>
    </form>
  );
}
