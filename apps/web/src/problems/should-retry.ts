import { problemOf } from "./problem-of.ts";

const attemptsWhenUnreachable = 2;

/** Reads again only what may differ the next time: no answer, or a provider that was busy; never a refusal. */
export function shouldRetry(failureCount: number, error: unknown): boolean {
  const problem = problemOf(error);
  switch (problem.kind) {
    case "unreachable":
    case "unexpected":
      return failureCount < attemptsWhenUnreachable;
    case "stopped":
      return false;
    case "domain":
      return (
        failureCount < attemptsWhenUnreachable &&
        (problem.domain.code === "provider_unavailable" || problem.domain.code === "storage_unavailable")
      );
  }
}
