import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { askProvider, type IdentityProvider } from "../../session/ask-sign-in.ts";
import type { SignInProblem } from "../../session/sign-in-problem.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useAccountWords } from "../../words/account-words.ts";
import "./credentials-form.css";

interface OtherDoorsProps {
  /** Where somebody goes on who has an account. */
  readonly known: string;
  /** Where somebody goes on whose account is made on the way. */
  readonly made: string;
}

/** The identity providers of this studio, one button each; nothing where there are none. */
export function OtherDoors({ known, made }: OtherDoorsProps) {
  const { providers, problems } = useAccountWords();
  const studio = useQuery(useQueries().studio());
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const offered = studio.data?.identityProviders ?? [];
  if (offered.length === 0) return null;

  async function leave(provider: IdentityProvider) {
    if (asking) return;
    setAsking(true);
    setProblem(null);
    const answer = await askProvider(provider, { known, made });
    if ("way" in answer) {
      globalThis.location.assign(answer.way);
      return;
    }
    setProblem(answer.problem);
    setAsking(false);
  }

  return (
    <section className="other-doors" aria-label={providers.label}>
      {offered.map((provider) => (
        <button
          key={provider.id}
          type="button"
          className="press press-plain"
          aria-disabled={asking}
          onClick={() => void leave(provider)}
        >
          {providers.continueWith(provider.name)}
        </button>
      ))}
      {problem === null ? null : (
        <ProblemNotice what={problems[problem].message} fix={problems[problem].fix} />
      )}
    </section>
  );
}
