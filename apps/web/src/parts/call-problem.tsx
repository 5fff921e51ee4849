import type { ReactNode } from "react";

import { isWorthRepeating } from "../problems/is-worth-repeating.ts";
import { problemOf } from "../problems/problem-of.ts";
import { useWords } from "../words/words-context.tsx";
import { ProblemNotice } from "./problem-notice.tsx";

interface CallProblemProps {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** A failed call in words: the api's own where the failure was expected, ours where nobody answered. */
export function CallProblem({ error, retry, children }: CallProblemProps) {
  const words = useWords();
  const problem = problemOf(error);
  if (problem.kind === "stopped") return null;
  const { message, fix } = problem.kind === "domain" ? problem.domain : words.problems[problem.kind];
  const again =
    retry === undefined || !isWorthRepeating(problem) ? null : (
      <button type="button" className="word" onClick={retry}>
        {words.problems.tryAgain}
      </button>
    );
  return (
    <ProblemNotice what={message} fix={fix}>
      {again}
      {children}
    </ProblemNotice>
  );
}
